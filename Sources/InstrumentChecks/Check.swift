/// One thing that can be wrong with instruments that were read without a fault.
///
/// A check and what it says stand in one file: the names of its diagnostics, and the words and the hint of each.
package protocol Check: Sendable {
    /// The names of all that it can say.
    var codes: [Diagnostic.Code] { get }
    /// Finds all that it has to say; a pure function of the instruments.
    func diagnostics(in context: CheckContext) -> [Diagnostic]
}
