import Instruments
import Sessions
import TestSupport

@testable import SessionFiles

/// A session that somebody works on until they are done or the machine is.
struct Story {
    /// The folder of the sessions; it is made by the story.
    static let folder = "/home/data/sessions"

    /// The journal; nil where no start was acknowledged.
    var path: String?
    /// The events that were shown as saved, in order.
    var acknowledged: [SessionEvent] = []
    /// The event that was on its way when the story broke off.
    var inFlight: SessionEvent?
    /// Why it broke off.
    var fault: JournalFault?

    /// Starts a session and performs commands.
    ///
    /// A program that has the instruments itself acknowledges the session with the first change.
    init(
        on disk: MemoryDisk, seed: Int, commands: Int,
        instruments sources: InstrumentSources = InstrumentSources()
    ) {
        let sessions = SessionFolder(Self.folder, on: disk, instruments: sources)
        do throws(JournalFault) {
            let session = try sessions.start(
                title: "A story", authority: nil, instruments: Small.set, now: .noon(),
                random: SplitMix(seed: seed))
            if sources.text(Small.framework.sha256) == nil { path = session.path }
            acknowledged = try disk.eventsWithoutCounting(of: session.path)
            goOn(session, seed: seed, commands: commands)
        } catch {
            fault = error
        }
    }

    /// Opens a session that is there and performs commands.
    init(
        going path: String, on disk: MemoryDisk, seed: Int, commands: Int,
        instruments sources: InstrumentSources = InstrumentSources()
    ) {
        do throws(JournalFault) {
            let sessions = SessionFolder(Self.folder, on: disk, instruments: sources)
            let session = try sessions.open(path, random: SplitMix(seed: seed))
            if sources.text(Small.framework.sha256) == nil { self.path = path }
            acknowledged = try disk.eventsWithoutCounting(of: path)
            goOn(session, seed: seed, commands: commands)
        } catch {
            fault = error
        }
    }

    private mutating func goOn(_ session: OpenSession, seed: Int, commands: Int) {
        var random = RandomCommands(seed: seed)
        for step in 0..<commands {
            let command = random.next(in: session.state)
            let now = Timestamp.noon(step * 1_000)
            let expected = try? decide(command, session.state, now: now)
            do throws(PerformFault) {
                acknowledged += try session.perform(command, now: now)
                path = session.path
            } catch {
                guard case .notSaved(let fault) = error else { continue }
                self.fault = fault
                inFlight = expected?.first
                return
            }
        }
    }
}

extension MemoryDisk {
    /// The events as they stand there, without an operation.
    func eventsWithoutCounting(of path: String) throws(JournalFault) -> [SessionEvent] {
        try after(.killed).events(of: path).events
    }
}
