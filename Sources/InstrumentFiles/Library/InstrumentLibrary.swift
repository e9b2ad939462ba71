/// A folder of questionnaires, with a folder `Frameworks` in it.
package struct InstrumentLibrary: Sendable {
    /// The environment variable that names the folder.
    package static let variable = "CANARY_QUESTIONNAIRES"

    /// The folder's path.
    package let folder: String

    /// The library in a folder; nothing is read yet.
    package init(folder: String) {
        self.folder = folder
    }

    /// The library that the user asks for.
    ///
    /// - Parameters:
    ///   - option: the folder given by `--questionnaires`; nil where the option is absent.
    ///   - environment: the process's environment.
    /// - Returns: nil when neither the option nor the environment names a folder.
    package static func chosen(
        option: String?, environment: [String: String]
    ) -> InstrumentLibrary? {
        let folder = option ?? environment[variable]
        return folder.flatMap { $0.isEmpty ? nil : InstrumentLibrary(folder: $0) }
    }

    /// Reads every file of the folder and of `Frameworks` in it that ends in `.yaml` or `.yml`; cases are left out.
    ///
    /// - Throws: a fault when the folder is missing or unreadable. A file that cannot be used is no reason to
    ///   throw: the contents have its faults.
    package func read() throws(Faults) -> LibraryContents {
        var contents = LibraryContents(folder: folder)
        contents.add(filesAt: try files(in: folder, isNeeded: true))
        contents.add(filesAt: try files(in: joined(folder, "Frameworks"), isNeeded: false))
        return contents
    }

    /// The paths of the YAML files of a folder, sorted.
    private func files(in folder: String, isNeeded: Bool) throws(Faults) -> [String] {
        do throws(Fault.Payload) {
            return try FolderNames.names(in: folder)
                .filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }
                .filter { !$0.hasSuffix(".cases.yaml") && !$0.hasSuffix(".cases.yml") }
                .sorted().map { joined(folder, $0) }
        } catch {
            if error == .folderMissing, !isNeeded { return [] }
            throw Faults([Fault(file: folder, place: nil, error)])
        }
    }

    private func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
