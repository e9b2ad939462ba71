@_spi(_Unicode) import Swift

extension String {
    /// The text in Unicode's composed form, NFC, so that what looks the same is the same wherever it is compared.
    ///
    /// The standard library has it for its own comparisons; Foundation would bring its tables a second time.
    package var composed: String {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in _nfc { scalars.append(scalar) }
        return String(scalars)
    }
}
