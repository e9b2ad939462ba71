import Instruments

/// How hard a text is to read, by the length of its sentences and words.
enum Reading {
    /// The sentences of a text, each as its words.
    static func sentences(of text: String) -> [[Substring]] {
        // Every text of an instrument comes through here, and nearly all are of letters that are a byte each.
        if text.utf8.allSatisfy({ $0 < 128 }) { return plainSentences(of: text) }
        var sentences: [[Substring]] = [[]]
        for word in text.split(whereSeparator: \.isWhitespace) {
            guard word.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
            sentences[sentences.count - 1].append(word)
            let end = word.last { !"\"'”’)]".contains($0) }
            if let end, ".?!:".contains(end) {
                sentences.append([])
            }
        }
        return sentences.filter { !$0.isEmpty }
    }

    /// The same for a text of ASCII.
    private static func plainSentences(of text: String) -> [[Substring]] {
        let bytes = text.utf8
        var sentences: [[Substring]] = [[]]
        for word in bytes.split(whereSeparator: { $0 == 32 || (9...13).contains($0) }) {
            guard word.contains(where: { isLetter($0) || (48...57).contains($0) }) else { continue }
            sentences[sentences.count - 1].append(text[word.startIndex..<word.endIndex])
            let end = word.last { ![34, 39, 41, 93].contains($0) }
            if let end, [33, 46, 58, 63].contains(end) { sentences.append([]) }
        }
        return sentences.filter { !$0.isEmpty }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

    /// The school grade of some texts after Flesch and Kincaid; nil for fewer than 30 words.
    ///
    /// 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others, 1975). Meant for
    /// English; a floor, and no measure of how clear a text is.
    static func grade(of texts: [String]) -> Double? {
        let sentences = texts.flatMap { Self.sentences(of: $0) }
        let words = sentences.flatMap(\.self)
        guard words.count >= 30 else { return nil }
        let syllables = words.reduce(0) { $0 + Self.syllables(of: $1) }
        return 0.39 * Double(words.count) / Double(sentences.count)
            + 11.8 * Double(syllables) / Double(words.count) - 15.59
    }

    /// The groups of vowels of an English word, without a silent e; at least one.
    static func syllables(of word: Substring) -> Int {
        guard word.utf8.allSatisfy({ $0 < 128 }) else {
            let letters = word.lowercased().filter(\.isLetter)
            return syllables(letters, vowels: letters.map { "aeiouyâêîôûŵŷ".contains($0) })
        }
        let letters = word.utf8.filter(isLetter).map { $0 | 32 }
        // a, e, i, o, u and y, a bit each.
        let vowels: UInt32 = 0b1_0001_0000_0100_0001_0001_0001
        return syllables(
            String(decoding: letters, as: UTF8.self),
            vowels: letters.map { vowels >> UInt32($0 - 97) & 1 == 1 })
    }

    private static func syllables(_ letters: String, vowels: [Bool]) -> Int {
        var count = 0
        var wasVowel = false
        for isVowel in vowels {
            if isVowel && !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        let isSilent = letters.hasSuffix("e") && !letters.hasSuffix("le") && !letters.hasSuffix("ee")
        let isPast = letters.hasSuffix("ed") && !letters.hasSuffix("ted") && !letters.hasSuffix("ded")
        let isPlural =
            letters.hasSuffix("es")
            && !["ses", "zes", "ces", "ges", "xes", "hes"].contains { letters.hasSuffix($0) }
        if isSilent || isPast || isPlural { count -= 1 }
        return max(count, 1)
    }
}

extension Language? {
    /// Whether the texts are English, which some checks know alone; a file that does not say is.
    var isEnglish: Bool { self == nil || self?.base == "en" }
}
