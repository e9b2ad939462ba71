/// The environment of programs under test: the same on every machine, whatever the tests run in.
package enum ChildEnvironment {
    /// What a program has when the test says nothing: a colour terminal, UTF-8, and no home to read
    /// settings from. A crash prints no backtrace, which takes seconds.
    package static let standard = [
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": "/nonexistent",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "SWIFT_BACKTRACE": "enable=no",
    ]

    /// The standard environment with some values changed, and those that are nil taken out.
    static func entries(_ changes: [String: String?]) -> [String] {
        var entries = standard
        for (name, value) in changes {
            entries[name] = value
        }
        return entries.map { "\($0)=\($1)" }.sorted()
    }
}
