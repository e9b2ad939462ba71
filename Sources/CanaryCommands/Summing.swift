import Collation
import SessionFiles
import Sessions

extension OpenSession {
    /// Notes what the session comes to, once it is left, so that collating many need not read every event.
    ///
    /// A sealed session has to be read from its beginning anyway. Nothing depends on the note: where it cannot be worked
    /// out or written, the session is as good without it, and nobody is told.
    func noteFigures() {
        guard !isSealed, !state.isReadOnly, !state.isSummarised, state.lastNumber > 1,
            state.invitation == nil
        else { return }
        let index = InstrumentIndex(state.instruments, pins: state.pins)
        guard let figures = try? SessionFigures(state, index) else { return }
        let summary = Summary(
            after: head, program: ProgramVersion.number, instruments: state.pins.hashes,
            figures: figures.packed)
        _ = try? perform(.summarise(summary), now: state.lastAt)
    }
}

extension SessionFolder {
    /// The figures that a session noted last, worked out by this version of the program and by these instruments; nil
    /// where there are none, and all of it has to be read.
    func notedFigures(_ id: String, _ indices: [String: InstrumentIndex]) -> (
        SessionFigures, InstrumentIndex
    )? {
        guard let summary = summary(journal: id), summary.program == ProgramVersion.number,
            let index = indices[InstrumentPins.key(of: summary.instruments)],
            let figures = SessionFigures(packed: summary.figures, index)
        else { return nil }
        return (figures, index)
    }
}
