internal import CTerminal

/// Standard input, output and error.
package enum StandardDescriptors {
    /// Occupies those that the program was started without (`<&-`, `>&-`), so that no file opened later takes
    /// their place and gets what is written for the user. Reading and writing them fails. Called first of all.
    package static func occupy() {
        signal_pipe_fill_standard_descriptors()
    }
}
