#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Checks the instruments of a folder and writes them into one file of Swift.
guard CommandLine.arguments.count == 3, let folder = CommandLine.arguments.dropFirst().first,
    let output = CommandLine.arguments.last
else {
    print("usage: compile-instruments FOLDER OUTPUT")
    exit(64)
}
exit(Compilation(folder: folder, output: output).run() ? 0 : 1)
