import InstrumentFiles
import Instruments
import Sessions
import Testing

/// The instruments that ship, read from `Questionnaires/` beside `Tests/`.
enum Shipped {
    /// The folder, found from where this file lies.
    static let folder =
        "/"
        + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/Questionnaires"

    private static let contents = Result { try InstrumentLibrary(folder: folder).read() }

    /// A questionnaire with the frameworks that it feeds.
    static func instruments(_ id: Questionnaire.ID) throws -> InstrumentSet {
        try #require(try contents.get().instruments(for: id, others: []))
    }

    /// The questionnaires that feed a framework.
    static let feeding = (try? contents.get().questionnaires.filter { !$0.feeds.isEmpty }.map(\.id)) ?? []

    /// A framework.
    static func framework(_ id: Framework.ID) throws -> Framework {
        try #require(try contents.get().framework(id))
    }
}

/// Where a framework comes from: written in these tests after `domain.md`, or the file that ships.
enum FrameworkSource: CaseIterable {
    case mirror
    case file

    func isos() throws -> Framework {
        self == .mirror ? Mirror.isos : try Shipped.framework("isos")
    }

    func annexJ() throws -> Framework {
        self == .mirror ? Mirror.annexJ : try Shipped.framework("annex-j")
    }

    func signatures() throws -> Framework {
        self == .mirror ? Mirror.signatures : try Shipped.framework("signatures")
    }
}

/// A questionnaire with one question for each element, and some indicators for each signature.
///
/// The question for `isos/listens` is `isos.listens`: a rating of four levels, met from the third, or a
/// yes/no question for a circumstance. The first indicator of a signature is `political-focus.1`.
func measuring(_ framework: Framework, indicators: Int = 2) -> InstrumentSet {
    let questions = framework.elements.map { element in
        element.changeable
            ? rating(question(of: element.id, framework), supports: ["\(framework.id)/\(element.id)"])
            : yesNo(question(of: element.id, framework), supports: ["\(framework.id)/\(element.id)"])
    }
    let warnings = (framework.signatures?.members ?? []).flatMap { signature in
        (1...indicators).map { number in
            rating(
                .init("\(signature.id).\(number)"), warnsOf: ["\(framework.id)/\(signature.id)"])
        }
    }
    return instruments(questions + warnings, framework)
}

/// The question that measures an element in `measuring(_:indicators:)`.
func question(of element: Element.ID, _ framework: Framework) -> Question.ID {
    .init("\(framework.id).\(element)")
}

/// Answers that make each of some elements true or false; the others stay open.
func answers(_ truths: [Element.ID: Bool], in framework: Framework) -> [Question.ID: Response] {
    var responses: [Question.ID: Response] = [:]
    for element in framework.elements {
        guard let truth = truths[element.id] else { continue }
        let answer: Response = element.changeable ? .level(truth ? 3 : 2) : truth ? .yes : .no
        responses[question(of: element.id, framework)] = answer
    }
    return responses
}
