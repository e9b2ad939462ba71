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

    /// The words of a text in small letters: stretches of letters, digits and one character more, if any.
    static func words(of text: String, and other: Character? = nil) -> [String] {
        let text = text.lowercased()
        guard text.utf8.allSatisfy({ $0 < 128 }) else {
            return text.split { !$0.isLetter && !$0.isNumber && $0 != other }.map(String.init)
        }
        let other = other?.asciiValue
        return text.utf8.split { !isLetter($0) && !(48...57).contains($0) && $0 != other }
            .map { String(text[$0.startIndex..<$0.endIndex]) }
    }

    /// The school grade of some sentences after Flesch and Kincaid; nil for fewer than 30 words.
    ///
    /// 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others, 1975). Meant for
    /// English; a floor, and no measure of how clear a text is.
    static func grade(of sentences: [[Substring]]) -> Double? {
        let words = sentences.reduce(0) { $0 + $1.count }
        guard words >= 30 else { return nil }
        let syllables = sentences.reduce(0) { sum, words in
            words.reduce(sum) { $0 + Self.syllables(of: $1) }
        }
        return 0.39 * Double(words) / Double(sentences.count)
            + 11.8 * Double(syllables) / Double(words) - 15.59
    }

    /// The groups of vowels of an English word, without a silent e; at least one.
    static func syllables(of word: Substring) -> Int {
        guard word.utf8.allSatisfy({ $0 < 128 }) else {
            let letters = word.lowercased().filter(\.isLetter)
            return syllables(
                Array(letters.utf8), vowels: letters.map { "aeiouyâêîôûŵŷ".contains($0) })
        }
        let letters = word.utf8.filter(isLetter).map { $0 | 32 }
        // a, e, i, o, u and y, a bit each.
        let vowels: UInt32 = 0b1_0001_0000_0100_0001_0001_0001
        return syllables(letters, vowels: letters.map { vowels >> UInt32($0 - 97) & 1 == 1 })
    }

    private static func syllables(_ letters: [UInt8], vowels: [Bool]) -> Int {
        var count = 0
        var wasVowel = false
        for isVowel in vowels {
            if isVowel && !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        func ends(_ end: String) -> Bool { letters.suffix(end.utf8.count).elementsEqual(end.utf8) }
        let isSilent = ends("e") && !ends("le") && !ends("ee")
        let isPast = ends("ed") && !ends("ted") && !ends("ded")
        let isPlural = ends("es") && !["ses", "zes", "ces", "ges", "xes", "hes"].contains(where: ends)
        if isSilent || isPast || isPlural { count -= 1 }
        return max(count, 1)
    }
}

extension Language? {
    /// Whether the texts are English, which some checks know alone; a file that does not say is.
    var isEnglish: Bool { self == nil || self?.base == "en" }
}
