import Disclosure
import Sessions

extension ReleaseLedger {
    /// One line of the ledger: what a run told of a questionnaire, and who is not as in the line before on it.
    struct Entry {
        let at: Timestamp
        let fewest: Int
        let key: String
        let id: String
        let version: String
        /// The authorities that are new or have other figures.
        let joined: [Contributor]
        /// The authorities that are gone.
        let left: [String]
        let told: [String: [String: Int]]
        /// The category that all or most were said to be in, by breakdown.
        let most: [String: String]

        /// The entry for a release, after those contributors were known.
        init(_ release: NewRelease, after then: [String: String], at: Timestamp) {
            self.at = at
            fewest = release.record.minimum
            key = release.key
            id = release.questionnaire.id
            version = release.questionnaire.version
            joined = release.contributors.filter { then[$0.authority] != $0.figures }
            let now = Set(release.contributors.map(\.authority))
            left = then.keys.filter { !now.contains($0) }.sorted()
            told = release.record.counts
            most = release.record.most
        }

        /// Reads a line; nil where it is not one of ours.
        init?(_ line: ArraySlice<UInt8>) {
            guard let object = try? JSON(line), case .string(let at)? = object["at"],
                let at = Timestamp(at), let fewest = object["fewest"]?.whole, fewest >= 0,
                case .string(let key)? = object["key"],
                case .string(let id)? = object["id"], case .string(let version)? = object["version"],
                case .array(let joined)? = object["joined"], case .array(let left)? = object["left"],
                case .object(let told)? = object["told"]
            else { return nil }
            (self.at, self.fewest, self.key, self.id, self.version) = (at, fewest, key, id, version)
            var contributors: [Contributor] = []
            for value in joined {
                guard case .string(let digits) = value, digits.utf8.count == 32 else { return nil }
                contributors.append(
                    Contributor(authority: String(digits.prefix(16)), figures: String(digits.suffix(16))))
            }
            self.joined = contributors
            var gone: [String] = []
            for value in left {
                guard case .string(let digits) = value, digits.utf8.count == 16 else { return nil }
                gone.append(digits)
            }
            self.left = gone
            var sizes: [String: [String: Int]] = [:]
            for member in told {
                guard case .object(let categories) = member.value else { return nil }
                for category in categories {
                    guard let size = category.value.whole, size >= 0 else {
                        return nil
                    }
                    sizes[member.key, default: [:]][category.key] = size
                }
            }
            self.told = sizes
            // A release of before there were words has none.
            guard let words = object["most"] else {
                most = [:]
                return
            }
            guard case .object(let members) = words else { return nil }
            var most: [String: String] = [:]
            for member in members {
                guard case .string(let category) = member.value else { return nil }
                most[member.key] = category
            }
            self.most = most
        }

        /// The line, without its line feed.
        var bytes: [UInt8] {
            let sizes = told.sorted { $0.key < $1.key }.map { breakdown, sizes in
                JSON.Member(
                    key: breakdown,
                    value: .object(
                        sizes.sorted { $0.key < $1.key }.map {
                            JSON.Member(key: $0.key, value: .whole($0.value))
                        }
                    ))
            }
            return JSON.members([
                "at": .string(at.description), "fewest": .whole(fewest), "key": .string(key),
                "id": .string(id), "version": .string(version),
                "joined": .array(joined.map { .string($0.authority + $0.figures) }),
                "left": .array(left.map { .string($0) }), "told": .object(sizes),
                "most": .object(
                    most.sorted { $0.key < $1.key }.map {
                        JSON.Member(key: $0.key, value: .string($0.value))
                    }),
            ]).bytes
        }

        /// Brings who was known up to this line.
        func apply(to known: inout [String: String]) {
            for authority in left { known[authority] = nil }
            for contributor in joined { known[contributor.authority] = contributor.figures }
        }
    }
}

extension JSON {
    /// The value under a key of an object; nil where there is none.
    subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}
