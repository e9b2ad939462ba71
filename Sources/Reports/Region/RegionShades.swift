import Collation
import Instruments

extension Breakdown {
    /// The shade of a category, by what it means: the last one is for good news alone, the first one for bad news.
    func shade(of place: Int) -> Shade {
        let id = categories.indices.contains(place) ? categories[place].id : ""
        if id == "open" || id == "undetermined" { return .open }
        if id == concern?.challenge { return .first }
        switch subject {
        // That something is possible, or ruled out, is no news of how it is.
        case .possible, .given: return id == "possible" || id == "given" ? .neutral : .open
        case .table: return tableShade(place)
        case .earlyWarning:
            switch SignatureSet.Grade(rawValue: id) {
            case .quiet?: return .fourth
            case .isolated?: return .third
            case .combining?: return .second
            case .widespread?: return .first
            case nil: return .neutral
            }
        case .state: return id == "signed-off" ? .fourth : id == "complete" ? .third : .neutral
        case .tierMovement, .areaMovement: if id == "same" { return .neutral }
        case .signature, .model, .condition, .linkedProblems, .viciousCircles, .problem, .link, .circle,
            .factor,
            .dontKnowInArea, .dontKnow, .quality:
            break
        }
        if harmless.contains(place) { return .fourth }
        switch id {
        case "present", "down", "more-intrusive": return .first
        case "watch", "partly", "not-viable", "under-half", "not-all", "third-or-more", "a-level-or-more",
            "some", "dont-know":
            return .second
        default: return .neutral
        }
    }

    /// The best outcome is good news and the last one bad, where the framework ranks them.
    private func tableShade(_ place: Int) -> Shade {
        guard !harmless.isEmpty else { return .neutral }
        if harmless.contains(place) { return .fourth }
        let outcomes = categories.indices.filter { !["none", "open"].contains(categories[$0].id) }
        guard outcomes.contains(place) else { return .neutral }
        return place == outcomes.last ? .first : place == 1 ? .third : .second
    }
}
