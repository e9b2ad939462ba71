import Collation
import Instruments

extension Breakdown {
    /// The shade of a category, by what it means: the last one is for good news alone, the first one for bad news.
    func shade(of place: Int) -> Shade {
        let category = categories.indices.contains(place) ? categories[place] : nil
        let (id, state) = (category?.id ?? "", category?.state)
        if state == .open || state == .undetermined { return .open }
        if id == concern?.challenge { return .first }
        switch subject {
        // That something is possible, or ruled out, is no news of how it is.
        case .possible, .given: return state == .possible || state == .given ? .neutral : .open
        case .table: return tableShade(place)
        case .earlyWarning:
            switch SignatureSet.Grade(rawValue: id) {
            case .quiet?: return .fourth
            case .isolated?: return .third
            case .combining?: return .second
            case .widespread?: return .first
            case nil: return .neutral
            }
        case .state: return state == .signedOff ? .fourth : state == .complete ? .third : .neutral
        case .tierMovement, .areaMovement: if state == .same { return .neutral }
        case .signature, .model, .condition, .linkedProblems, .viciousCircles, .problem, .link, .circle,
            .factor,
            .dontKnowInArea, .dontKnow, .quality:
            break
        }
        if harmless.contains(place) { return .fourth }
        if id == SignatureSet.Status.watch.rawValue { return .second }
        switch state {
        case .present, .down, .moreIntrusive: return .first
        case .partly, .notViable, .underHalf, .notAll, .thirdOrMore, .aLevelOrMore, .underAThird, .dontKnow:
            return .second
        default: return .neutral
        }
    }

    /// The best outcome is good news and the last one bad, where the framework ranks them.
    private func tableShade(_ place: Int) -> Shade {
        guard !harmless.isEmpty else { return .neutral }
        if harmless.contains(place) { return .fourth }
        let outcomes = categories.indices.filter { categories[$0].state == nil }
        guard outcomes.contains(place) else { return .neutral }
        return place == outcomes.last ? .first : place == 1 ? .third : .second
    }
}
