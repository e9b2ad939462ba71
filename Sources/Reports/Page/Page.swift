import Crypto
import Escaping
import Languages

/// One HTML file that holds all that it needs, and may fetch nothing.
///
/// The policy names its one style and its one script by their SHA-256, so nothing that a user wrote could ever run.
struct Page {
    /// What the browser calls it.
    var title: String
    /// What it shows: everything within `body` but the script.
    var body: String
    /// How it looks.
    var style = pageStyle
    /// What it does; nil for a page that only has to be printed.
    var script: String? = pageScript
    /// After how many seconds a browser reads it again; nil for never.
    var reloading: Int?

    /// The file.
    var html: String {
        var page = Markup()
        page.trusted("<!DOCTYPE html>\n")
        page.element("html", [("lang", Catalogue.current?.language ?? "en-GB")]) { page in
            page.element("head") { page in
                page.void("meta", [("charset", "utf-8")])
                page.void("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)])
                page.void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
                page.void("meta", [("name", "robots"), ("content", "noindex")])
                page.void("meta", [("name", "referrer"), ("content", "no-referrer")])
                page.void("meta", [("name", "color-scheme"), ("content", "light dark")])
                if let reloading {
                    page.void("meta", [("http-equiv", "refresh"), ("content", "\(reloading)")])
                }
                page.element("title", text: title)
                page.element("style") { $0.trusted(style) }
            }
            page.trusted("\n")
            page.element("body") { page in
                page.trusted(body)
                if let script { page.element("script") { $0.trusted(script) } }
            }
        }
        page.trusted("\n")
        return page.source
    }

    /// The page without style and script, as a protected page carries it.
    var inner: String {
        var page = Markup()
        page.element("title", text: title)
        page.element("body") { $0.trusted(body) }
        return page.source
    }

    private var policy: String {
        [
            "default-src 'none'", "style-src '\(Self.hash(style))'",
            "script-src \(script.map { "'\(Self.hash($0))'" } ?? "'none'")",
            "connect-src 'none'", "img-src 'none'", "form-action 'none'", "base-uri 'none'",
        ].joined(separator: "; ")
    }

    private static func hash(_ text: String) -> String {
        "sha256-" + Base64.text(of: SHA256.hash(data: Array(text.utf8)))
    }
}
