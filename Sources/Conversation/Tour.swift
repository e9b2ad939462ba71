import Disclosure
import Evaluation
package import Instruments
import Languages
package import LineEditing
import Reports
package import Sessions
import Terminal

/// Two minutes through the conversation, on an example that is made up; nothing is written anywhere.
package struct Tour {
    private let reader: any LineReader
    private let screen: Screen
    private let session: SessionState
    private let labels: Labels
    private let assessment: Assessment
    private let now: Timestamp

    /// A tour over a made-up session.
    ///
    /// - Parameters:
    ///   - instruments: what the example asks; its first question is a rating.
    ///   - reader: where Enter comes from.
    ///   - screen: where everything is shown.
    ///   - now: the time.
    package init(
        of instruments: InstrumentSet, reader: any LineReader, screen: Screen, now: Timestamp
    ) {
        self.reader = reader
        self.screen = screen
        self.now = now
        session = Self.example(of: instruments, now: now)
        labels = Labels(session.questionnaire)
        assessment = assess(session, for: .display)
    }

    /// Shows stop after stop; Enter goes on, quit leaves.
    ///
    /// - Returns: how it ended: `.left` also at its end.
    package func run() -> Ending {
        do throws(OutputFault) {
            let stops = [answering, words, progress, findings, reasons, leaving]
            try screen.say(
                local(
                    "This tour takes about two minutes. Its example is made up, and nothing of it is written "
                        + "anywhere. Enter goes on, back goes back, quit leaves."), gap: true)
            var place = 0
            while stops.indices.contains(place) {
                try screen.say(local("Stop \(place + 1) of \(stops.count)."), gap: true)
                try stops[place]()
                switch try pause() {
                case .goOn: place += 1
                case .goBack: place = max(0, place - 1)
                case .end(let ending): return ending
                }
            }
            return .left
        } catch {
            return .outputFailed(error)
        }
    }

    /// What to do after a stop.
    private enum Step {
        case goOn
        case goBack
        case end(Ending)
    }

    private func pause() throws(OutputFault) -> Step {
        while true {
            switch reader.readLine(prompt: local("Enter, back or quit:") + " ", completions: { _ in [] }) {
            case .line(let line), .pasted(let line):
                let name = line.trimmed.lowercased().drop { $0 == ":" }
                if name.isEmpty || "next".hasPrefix(name) { return .goOn }
                if "back".hasPrefix(name) { return .goBack }
                if "quit".hasPrefix(name) || name == "exit" { return .end(.left) }
                try screen.say(local("This is only the tour. Enter goes on, back goes back, quit leaves."))
            case .gathered, .cut:
                try screen.say(local("This is only the tour. Enter goes on, back goes back, quit leaves."))
            case .interrupted: continue
            case .endOfInput: return .end(.endOfInput)
            case .signalled(let number): return .end(.signal(number))
            }
        }
    }

    private func answering() throws(OutputFault) {
        guard let question = session.questionnaire.questions.first else { return }
        try screen.say(local("One question is shown at a time, with what each answer means:"), gap: true)
        let fresh = Self.start(of: session.instruments, now: now)
        try QuestionScreen(state: fresh, labels: labels).show(question, on: screen)
        try screen.say(
            local(
                "You would type 3, or 3 and why you think so. The answer is saved at once, and the next question "
                    + "comes. Type ? where you do not know: that is a finding in itself, and never counts as a low "
                    + "rating."), gap: true)
    }

    private func words() throws(OutputFault) {
        try screen.say(local("With an answer go your words and what it rests on, such as:"), gap: true)
        try screen.say("-", local("note the board meets every month"))
        try screen.say("-", local("evidence data \"Board minutes, May, item 4\""))
        try screen.say("-", local("action invite the head of finance by director 2027-01-31"))
        try screen.gap()
        try screen.say(
            local(
                "Why says why a question is asked, look-for what a peer reviewer would ask to see. Back, goto and "
                    + "undo take you anywhere and take anything back."), gap: true)
    }

    private func progress() throws(OutputFault) {
        try screen.say(local("In the example, status shows:"), gap: true)
        try StatusTable(session).show(on: screen)
        try screen.gap()
    }

    private func findings() throws(OutputFault) {
        let pack = project(session, assessment, for: .full, now: now)
        try screen.say(local("Evaluate can be typed at any time. Of the example it says first:"), gap: true)
        for sentence in pack.tier?.sentences ?? [] { try screen.say(sentence) }
        try screen.gap()
        try screen.say(
            local(
                "It names everything that is still possible, and settles nothing that an open answer could change."
            ),
            gap: true)
    }

    private func reasons() throws(OutputFault) {
        let findings = ExplainedFinding.all(assessment.findings, session.instruments)
        if let tier = findings.first(where: \.isHeadline) {
            try screen.say(local("Explain says why, down to the answers and their sources:"), gap: true)
            let blocks = Explainer(session, assessment).explanation(of: tier)
            try screen.show(Array(blocks.prefix(6)))
            try screen.gap()
        }
        try screen.say(
            local(
                "Next-best walks the open questions that can still change the result, the most telling first; "
                    + "what-if tries other answers and saves nothing."), gap: true)
    }

    private func leaving() throws(OutputFault) {
        try screen.say(
            local(
                "Quit leaves, and canary resume comes back to the same place, on this or another day. Export writes "
                    + "a report for peer reviewers; words that are marked confidential are left out of it."),
            gap: true)
        for fact in HelpTopic.privacy { try screen.say("-", fact) }
        try screen.gap()
        try screen.say(local("That is all. Type help at any time."), gap: true)
    }

    private static func start(of instruments: InstrumentSet, now: Timestamp) -> SessionState {
        SessionState(
            SessionEvent.Payload.Start(
                session: "tour", title: local("Example"), authority: nil, pins: InstrumentPins(instruments),
                position: instruments.questionnaire.questions.first?.id),
            at: now, instruments: instruments)
    }

    /// A session in which most ratings stand between the two middle levels, and the last few are open.
    private static func example(of instruments: InstrumentSet, now: Timestamp) -> SessionState {
        var state = start(of: instruments, now: now)
        let questions = instruments.questionnaire.questions
        for (index, question) in questions.dropLast(6).enumerated() {
            let response: Response
            switch question.kind {
            case .rating: response = index % 9 == 8 ? .dontKnow : .given(.rating(index % 4 == 0 ? 3 : 2))
            case .yesNo: response = .given(.yesNo(false))
            case .choice, .choices, .number, .date, .text: continue
            }
            let events = try? decide(.answer(question.id, response, note: nil), state, now: now)
            for event in events ?? [] { apply(event, to: &state) }
        }
        return state
    }
}
