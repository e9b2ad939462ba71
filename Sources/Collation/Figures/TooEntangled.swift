package import Evaluation

/// The rules and the open questions of a session are too entangled to count what is possible.
package struct TooEntangled: Error, Equatable, Sendable {
    /// The findings that could not be worked out.
    package var findings: [FindingKey]
}
