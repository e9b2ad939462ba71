/// The instruments that travel in the program. No file is read and no YAML parsed for them.
package enum BuiltIn {
    /// The instruments in the program cannot be decoded, which the build makes impossible.
    package struct Damage: Error, Equatable, Sendable {
        /// What the decoder says, for a report of the fault.
        package let details: String
    }

    /// The instruments, decoded at the first use and kept.
    ///
    /// - Throws: that the program itself is damaged.
    package static func instruments() throws(Damage) -> BuiltInLibrary {
        try decoded.get()
    }

    private static let decoded: Result<BuiltInLibrary, Damage> = Result { () throws(Damage) in
        try BuiltInLibrary(json: builtInInstrumentsJSON)
    }
}
