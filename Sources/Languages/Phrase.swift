/// A sentence of the program in English, or a part of one, with places for what it tells of.
///
/// It is written as a literal, so that a script can list every phrase for translators:
/// `local("Saved: \(words).")` has the key `Saved: {1}.` and one argument. Long ones are joined by `+`.
package struct Phrase: Sendable, ExpressibleByStringInterpolation {
    /// The words around the arguments, always one more than there are arguments.
    private var texts: [String]
    /// What stands in the places, in the order of the English words.
    private(set) package var arguments: [String]

    package init(stringLiteral value: String) {
        texts = [value]
        arguments = []
    }

    package init(stringInterpolation: StringInterpolation) {
        texts = stringInterpolation.texts
        arguments = stringInterpolation.arguments
    }

    /// Joins two phrases to one; the places of the second are counted on.
    package static func + (first: Phrase, second: Phrase) -> Phrase {
        var joined = first
        joined.texts[joined.texts.count - 1] += second.texts[0]
        joined.texts += second.texts.dropFirst()
        joined.arguments += second.arguments
        return joined
    }

    /// The words that translations are found by: places are `{1}`, `{2}` …, and a brace is doubled.
    package var key: String {
        var key = escaped(texts[0])
        for (index, text) in texts.dropFirst().enumerated() {
            key += "{\(index + 1)}" + escaped(text)
        }
        return key
    }

    /// The phrase in English, its places filled.
    package var english: String {
        zip(arguments, texts.dropFirst()).reduce(into: texts[0]) { $0 += $1.0 + $1.1 }
    }

    private func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
            return text
        }
        return String(text.flatMap { $0 == "{" || $0 == "}" ? [$0, $0] : [$0] })
    }
}

extension Phrase {
    /// Takes a phrase apart into words and arguments as it is written down.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var texts = [""]
        fileprivate var arguments: [String] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            arguments.reserveCapacity(interpolationCount)
        }

        /// Words of the phrase.
        package mutating func appendLiteral(_ literal: String) {
            texts[texts.count - 1] += literal
        }

        /// Something that the phrase tells of.
        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            arguments.append(value.description)
            texts.append("")
        }
    }
}
