/// The instruments that travel in the program. No file is read and no YAML parsed for them.
package enum BuiltIn {
    /// An instrument in the program cannot be decoded, which the build makes impossible.
    package struct Damage: Error, Equatable, Sendable {
        /// What the decoder says, for a report of the fault.
        package let details: String
    }

    /// The instruments; each is decoded when it is asked for.
    package static let instruments = BuiltInLibrary(builtInInstruments)
}
