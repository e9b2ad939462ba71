import Crypto
package import Sessions

extension Release {
    /// The release of a pack as a file.
    package init(
        _ pack: Pack, _ kind: DocumentKind = .report, as format: ReportFormat, _ bytes: [UInt8]
    ) {
        self.init(
            pack: pack.cover.pack, audience: pack.cover.audience.rawValue,
            format: kind == .report ? format.rawValue : "\(kind.rawValue) as \(format.rawValue)",
            sha256: SHA256.hash(data: bytes).hexadecimal)
    }
}

extension Sequence<UInt8> {
    /// The bytes as hexadecimal digits.
    var hexadecimal: String {
        map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }
}
