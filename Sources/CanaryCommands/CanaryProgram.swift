import ArgumentParser
import CSystem
import Conversation
import Languages
import Reports
import Terminal

/// The program: one process, one command, one exit status.
package enum CanaryProgram {
    /// Runs the command line of this process and ends it.
    package static func main() -> Never {
        canary_leave_no_traces()
        StandardDescriptors.occupy()
        Signals.catchFailedWrites()
        ExitStatus.leave(run(arguments))
    }

    /// The words behind the program's name, as C has them: they are there without `/proc`, too.
    private static var arguments: [String] {
        (0..<canary_argument_count()).dropFirst().compactMap { index in
            unsafe canary_argument(index).map { unsafe String(cString: $0) }
        }
    }

    /// Runs a command line; messages go to standard error and data to standard output.
    static func run(_ arguments: [String]) -> ExitStatus {
        if let quick = QuickCommand(arguments) {
            return run(quick.shared) { () throws(CommandFault) in try quick.execute() }
        }
        if let unknown = unknownHelp(arguments) {
            tell(
                ErrorDescription(
                    "there is no command `\(unknown)`", hint: "canary --help shows the commands"),
                at: nil
            )
            return .usage
        }
        do {
            var command = try CanaryCommand.parseAsRoot(arguments)
            guard let ours = command as? any CanarySubcommand else {
                try command.run()
                return .done
            }
            return run(ours.shared) { () throws(CommandFault) in try ours.execute() }
        } catch {
            return parserEnded(error)
        }
    }

    /// The word behind `help` where it names no command; the parser would show the general help, as if all were well.
    private static func unknownHelp(_ arguments: [String]) -> String? {
        guard arguments.first == "help", let wanted = arguments.dropFirst().first, !wanted.hasPrefix("-")
        else {
            return nil
        }
        let names = CanaryCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        return names.contains(wanted) || wanted == "help" ? nil : wanted
    }

    /// Runs a command in the language that was asked for.
    private static func run(
        _ shared: SharedOptions, _ execute: () throws(CommandFault) -> ExitStatus
    ) -> ExitStatus {
        do throws(CommandFault) {
            let catalogue = try shared.catalogue { tell($0, at: $1) }
            return Catalogue.speaking(catalogue) { () -> ExitStatus in
                do throws(CommandFault) {
                    return try execute()
                } catch {
                    return failed(error)
                }
            }
        } catch {
            return failed(error)
        }
    }

    private static func failed(_ fault: CommandFault) -> ExitStatus {
        tell(fault.errorDescription, at: fault.place)
        return fault.exitStatus
    }

    /// What the parser has to say: help and the version are data, all else is wrong usage.
    private static func parserEnded(_ error: any Error) -> ExitStatus {
        let status = CanaryCommand.exitCode(for: error)
        if status == .success {
            return written(CanaryCommand.fullMessage(for: error) + "\n", to: .standardOutput())
        }
        tell(wrongUsage(error), at: nil)
        return .usage
    }

    /// What is wrong with a command line; the parser repeats arguments as they came, and lists values a line each.
    static func wrongUsage(_ error: any Error) -> ErrorDescription {
        let parts = CanaryCommand.message(for: error).split(
            separator: "\n  - ", omittingEmptySubsequences: false)
        let values = parts.dropFirst().joined(separator: ", ")
        let message = [parts.first.map(String.init) ?? "", values].filter { !$0.isEmpty }.joined(
            separator: " ")
        return ErrorDescription(
            message.isEmpty ? "\(error)" : message, hint: "canary --help shows the commands")
    }

    /// Says what is wrong.
    private static func tell(_ message: ErrorDescription, at place: String?) {
        try? Surroundings.warn(String(message.text(at: place).dropLast()))
    }

    private static func written(_ text: String, to output: DescriptorOutput) -> ExitStatus {
        do throws(OutputFault) {
            try output.write(text)
            return .done
        } catch {
            return .file
        }
    }
}
