import Evaluation
import Instruments
import Sessions

extension JSONValue {
    /// The problems, their links and circles; each null where no framework fed lists problems.
    static func problems(_ findings: ProblemFindings?) -> [String: JSONValue] {
        guard let findings else {
            return Dictionary(
                uniqueKeysWithValues: [
                    "problems", "linksStep", "linked", "links", "linkedGroups", "viciousCircles",
                    "viciousCirclesUpTo",
                    "possibleCircles", "possibleCirclesUpTo",
                ].map { ($0, .null) })
        }
        func names(_ lists: [[Reference<Element>]]) -> JSONValue {
            .array(lists.map { JSONValue(texts: $0.map(\.name.text)) })
        }
        func limit(_ circles: ProblemFindings.Circles) -> JSONValue {
            circles.completeUpTo.map { .whole($0) } ?? .null
        }
        return [
            "problems": .array(
                findings.problems.map {
                    .object(["id": .text($0.element.id.text), "state": .text($0.state.rawValue)])
                }),
            "linksStep": .text(findings.step.word),
            "linked": JSONValue(texts: findings.linked.map { Truth($0).rawValue }),
            "links": .array(
                findings.links.map {
                    .object([
                        "from": .text($0.link.from.name.text), "to": .text($0.link.to.name.text),
                        "state": .text($0.state.rawValue),
                    ])
                }),
            "linkedGroups": names(findings.linkedGroups),
            "viciousCircles": names(findings.circles.found),
            "viciousCirclesUpTo": limit(findings.circles),
            "possibleCircles": names(findings.possibleCircles.found),
            "possibleCirclesUpTo": limit(findings.possibleCircles),
        ]
    }

    /// The tables of the Welsh protocol under names of their own; null where it is not fed.
    static func wales(_ tables: [TableFinding], _ instruments: InstrumentSet) -> JSONValue {
        let own = tables.filter { $0.framework == "wales" }
        guard !own.isEmpty else { return .null }
        var fields: [String: JSONValue] = [:]
        for finding in own {
            switch finding.table.id.text {
            case "form": fields["forms"] = .object(table(finding, instruments))
            case "screening":
                fields["screening"] = JSONValue(
                    texts: finding.possible.map(\.text) + (finding.canBeNone ? ["none"] : []))
            case let name: fields[name] = .object(table(finding, instruments))
            }
        }
        return .object(fields)
    }
}

extension LinksStep {
    /// How far the problems were gone through for links, in a word.
    fileprivate var word: String {
        switch self {
        case .notAsked: "not-asked"
        case .done: "done"
        case .open: "open"
        }
    }
}
