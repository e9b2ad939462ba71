/// One thing that comes from the keyboard, or instead of it.
enum Key: Equatable {
    case scalar(Unicode.Scalar)
    case paste(String)
    case help
    case signal(Int32)

    /// The terminal has vanished: Ctrl-D is a scalar in the editor's mode.
    case end
}
