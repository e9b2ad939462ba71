/// Texts in which what joins or steers stands beside what a format acts on.
struct HostilePairs {
    /// The texts, each with its number in it.
    let texts: [String]

    /// A sample of each kind, which is quick, or every scalar of those kinds.
    init(everyScalar: Bool) {
        let joints = (everyScalar ? Self.everyJoint : Self.joints).compactMap(Unicode.Scalar.init)
        var texts: [String] = []
        for joint in joints {
            for live in Self.live {
                let number = "m\(texts.count)m"
                switch texts.count % 3 {
                case 0: texts.append("\(joint)\(live)\(joint)\(number)\(joint)\(live)")
                case 1: texts.append("\(live)\(joint)\(number)\(live)\(joint)\(live)")
                default: texts.append("a\(live)\(joint)\(live)\(number)\(joint)\(live)\(joint)z")
                }
            }
        }
        self.texts = texts
    }

    /// A blank, which joins nothing; of Prepend, Extend and SpacingMark some of each script and all that are special;
    /// noncharacters; marks of direction; controls and what else is not seen.
    private static let joints: [UInt32] = [
        0x20,
        0x600, 0x601, 0x605, 0x6DD, 0x70F, 0x890, 0x8E2, 0xD4E, 0x110BD, 0x110CD, 0x111C2, 0x1193F,
        0x300, 0x301, 0x338, 0x34F, 0x483, 0x591, 0x64B, 0x93C, 0xE31, 0xE33, 0xE47, 0x903, 0x1AB0, 0x20D0,
        0x20DD,
        0x20E3, 0x302A, 0x3099, 0xFE00, 0xFE0E, 0xFE0F, 0xFE20, 0x1D165, 0x1F3FB, 0x1F3FF, 0xE0100, 0xE0041,
        0x200B, 0x200C, 0x200D, 0x2060, 0xAD, 0x1F1E6, 0x1100, 0x1161, 0x11A8, 0xFFFD, 0xE000, 0x1F469,
        0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF,
        0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069,
        0x0, 0x1, 0x7, 0x8, 0x9, 0xB, 0xC, 0xD, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9D, 0x2028, 0x2029,
        0xFEFF,
        0xFFF9, 0xFFFC, 0x3000,
    ]

    private static var everyJoint: [UInt32] {
        (0...0x10FFFF).filter { value in
            guard let scalar = Unicode.Scalar(value) else { return false }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
            default: break
            }
            return scalar.properties.isNoncharacterCodePoint || scalar.properties.isEmojiModifier
                || "a\(scalar)".count == 1 || "\(scalar)a".count == 1
        }
    }

    /// The punctuation of ASCII, and what some format or reader makes something of.
    private static let live: [String] =
        (0x20..<0x7F as Range<UInt8>).filter { Character(Unicode.Scalar($0)).isLetter == false }
        .map { String(Unicode.Scalar($0)) } + [
            "\n", "\r\n", "http://x.y", "HTTPS://evil.example/login", "hTtP://localhost", "www.evil.com",
            "WWW.evil.com", "evil.com", "//localhost", "ftp://x.y", "a@evil.example", "a\\@evil.example",
            "mailto:a@b.com", "MAILTO:a@b.com", "xmpp:a@b.com", "<a@b.com>", "<HTTPS://x.y>", "192.0.2.1",
            "[Sign in](HTTPS://evil.example)", "![a](x)", "[a]: HTTPS://x.y", "[^1]", "javascript:alert(1)",
            "<img src=x onerror=alert(1)//", "</template></p>", "<!--", "-->", "]]>", "&lt;", "&#60;",
            "&amp;",
            "\",=1+1,\"", "=cmd|' /C calc'!A0", "\t=1", "\", URL=\"x", "\\N", "\\", "\"]", "#quot;", "#35;",
            "_x0041_", "_x000D_", "1. a", "1) a", "- a", "# a", "```", "~~~", "    code", "---", "| - |",
            "$$x$$",
            "{: onclick=\"x\"}", "{{x}}", "{% x %}", ":::", "\\u{1B}", "\u{1B}]0;x\u{7}", "\u{1B}[2J",
            "\u{9B}2J",
            "\u{90}q\u{9C}", "\u{FF1D}1",
        ]
}
