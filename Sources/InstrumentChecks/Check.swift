/// One thing that can be wrong with instruments that were read without a fault.
package protocol Check: Sendable {
    /// All that this check finds; a pure function of the instruments.
    func findings(in context: CheckContext) -> [Finding]
}
