import Crypto

extension ReleaseLedger {
    /// The bytes of a ledger, taken apart and checked.
    struct Content {
        let salt: [UInt8]
        /// The lines behind the first as they stand, each with its line feed.
        let lines: [UInt8]
        let entries: [Entry]

        /// Takes a ledger apart.
        ///
        /// - Throws: that it is empty, cut, or not one of ours.
        init(_ bytes: [UInt8], path: String) throws(Fault) {
            guard !bytes.isEmpty else { throw .empty(path: path) }
            let end = UInt8(ascii: "\n")
            guard let first = bytes.firstIndex(of: end), let header = Header(bytes[..<first]) else {
                throw .damaged(path: path, line: 1)
            }
            var lines = bytes[(first + 1)...]
            if header.sum == nil {
                // Version 0.1 wrote line by line: one at the end that was not finished was never followed by a telling.
                lines = lines[...(lines.lastIndex(of: end) ?? first)]
            }
            var entries: [Entry] = []
            for line in lines.split(separator: end, omittingEmptySubsequences: false).dropLast() {
                guard let entry = Entry(line) else { throw .damaged(path: path, line: entries.count + 2) }
                entries.append(entry)
            }
            self.lines = Array(lines)
            if let sum = header.sum {
                guard header.count == entries.count, sum == Self.sum(of: self.lines) else {
                    throw .cut(path: path)
                }
            }
            self.entries = entries
            salt = header.salt
        }

        /// The first line of a ledger, with its line feed.
        static func header(_ salt: [UInt8], lines: [UInt8], count: Int) -> [UInt8] {
            JSON.members([
                "format": .string(Header.format),
                "salt": .string(String(decoding: hexadecimal(salt), as: UTF8.self)),
                "releases": .whole(count), "sha256": .string(sum(of: lines)),
            ]).bytes + [UInt8(ascii: "\n")]
        }

        private static func sum(of lines: [UInt8]) -> String {
            String(decoding: hexadecimal(Array(SHA256.hash(data: lines))), as: UTF8.self)
        }
    }

    /// What the first line says.
    private struct Header {
        let salt: [UInt8]
        /// How many lines follow; nil where version 0.1 wrote it.
        let count: Int?
        /// What the lines hash to, in hexadecimal; nil where version 0.1 wrote it.
        let sum: String?

        static let format = "canary-releases/2"
        private static let earlier = "canary-releases/1"

        init?(_ line: ArraySlice<UInt8>) {
            guard let object = try? JSON(line), case .string(let format)? = object["format"],
                case .string(let digits)? = object["salt"], let salt = [UInt8](hexadecimal: digits.utf8),
                salt.count == 16
            else { return nil }
            self.salt = salt
            if format == Self.earlier {
                (count, sum) = (nil, nil)
                return
            }
            guard format == Self.format, let count = object["releases"]?.whole,
                case .string(let sum)? = object["sha256"]
            else { return nil }
            (self.count, self.sum) = (count, sum)
        }
    }
}
