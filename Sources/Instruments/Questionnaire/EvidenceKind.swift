/// Where evidence comes from.
package enum EvidenceKind: String, Sendable, Codable, CaseIterable {
    case data
    case audit
    case observation
    case frontline
    case childrenAndFamilies = "children-and-families"
    case politicians
    case corporate
    case partners
    case inspection
    case peers
}
