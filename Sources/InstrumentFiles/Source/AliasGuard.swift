import Instruments

/// Finds the first alias, `*name`, of an anchor, `&name`, before the YAML parser unfolds it.
///
/// A few aliases of aliases unfold to more than any memory holds, so files with aliases are refused. Only the
/// bytes are looked at. No alias is missed; words inside a long text are mistaken for one only where the same
/// name stands before them with `&` and then with `*`.
enum AliasGuard {
    /// The first alias with its place; nil where there is none.
    static func firstAlias(in text: String) -> (name: String, place: Place)? {
        var anchors: Set<String> = []
        var before: Unicode.Scalar = "\n"
        var counter = PlaceCounter()
        var mark: (sign: Unicode.Scalar, place: Place, name: String)?

        for scalar in text.unicodeScalars {
            if let found = mark, !scalar.isOfName {
                // A mark without a name is neither: it is an "and", or the dot of a list.
                if found.sign == "*", anchors.contains(found.name) { return (found.name, found.place) }
                if found.sign == "&", !found.name.isEmpty { anchors.insert(found.name) }
                mark = nil
            }
            if scalar.isOfName {
                mark?.name.unicodeScalars.append(scalar)
            } else if scalar == "&" || scalar == "*", !before.isOfName {
                mark = (scalar, counter.place, "")
            }
            before = scalar
            counter.pass(scalar)
        }
        guard let mark, mark.sign == "*", anchors.contains(mark.name) else { return nil }
        return (mark.name, mark.place)
    }
}

extension Unicode.Scalar {
    /// The characters of which libyaml makes the names of anchors.
    fileprivate var isOfName: Bool {
        switch self {
        case "0"..."9", "A"..."Z", "a"..."z", "_", "-": true
        default: false
        }
    }
}
