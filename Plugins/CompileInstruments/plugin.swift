import Foundation
import PackagePlugin

/// Checks the package's instruments and writes them into one file of Swift, whenever a YAML file has changed.
@main
struct CompileInstruments: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Questionnaires")
        let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInInstruments.swift")
        let frameworks = folder.appending(path: "Frameworks")
        // The folders are inputs, too: SwiftPM keeps its plan, so a new file would not be noticed without.
        let inputs = try [folder, frameworks] + yaml(in: folder) + yaml(in: frameworks)
        return [
            .buildCommand(
                displayName: "Compiling the instruments",
                executable: try context.tool(named: "compile-instruments").url,
                arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: inputs,
                outputFiles: [output])
        ]
    }

    private func yaml(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { ["yaml", "yml"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
    }
}
