import Disclosure
import Evaluation
import Instruments
import Sessions
import Testing

@Suite struct `Answers before a workshop` {
    private static let rating = AnswerKind.rating(
        AnswerKind.Rating(
            scaleID: "s", scale: Scale(levels: ["a", "b", "c", "d"], metFrom: 3), descriptors: []))
    private static let instruments = InstrumentSet(
        questionnaire: Questionnaire(
            id: "q", version: "1", title: "Q", feeds: [],
            areas: [
                Area(
                    id: "a", title: "A",
                    questions: ["a.one", "a.two", "a.three"].map {
                        Question(id: Question.ID($0), text: "Q?", kind: rating)
                    })
            ], sha256: "5e"), frameworks: [])

    private var workshop: SessionState {
        get throws { try workshop(asking: Self.instruments) }
    }

    private func workshop(asking instruments: InstrumentSet) throws -> SessionState {
        let first = start(
            session: "s", title: "T", authority: nil, instruments: instruments, as: .workshop,
            now: Timestamp(milliseconds: 0))
        guard case .started(let begun) = first.what else { throw Rejection.noWorkshop }
        return SessionState(begun, at: first.at, instruments: instruments)
    }

    /// A workshop that invited so many people without fingerprints, as version 0.1 does, and these.
    private func workshop(_ unnamed: Int, _ names: [Int]) throws -> SessionState {
        var state = try workshop
        let keys = WorkshopKeys(publicKey: "cHVi", privateKey: "cHJp")
        for command in [
            SessionCommand.invite(unnamed, keys: keys),
            .invite(names.count, keys: keys, fingerprints: names.map { "c\($0)" }),
        ] {
            for event in try decide(command, state, now: state.lastAt) { apply(event, to: &state) }
        }
        return state
    }

    @Test func `are of people who were invited, and made-up ones are refused by their place`() throws {
        let known = (1...5).map { submission($0, ["a.one": 2]) }
        #expect(try merge(known, for: workshop(0, Array(1...6))).people == 5)
        // As many as were invited, and one of them is nobody's.
        for place in 0...5 {
            var files = known
            files.insert(submission(99, ["a.one": 4]), at: place)
            #expect(throws: MergeFault.uninvited(place)) {
                _ = try merge(files, for: workshop(0, Array(1...6)))
            }
        }
        // Version 0.1 noted nobody's fingerprint: as many as it invited are anybody's, and no more.
        let strangers = [98, 99, 98].map { submission($0, ["a.one": 4]) }
        #expect(try merge(known + strangers, for: workshop(2, Array(1...6))).people == 7)
        #expect(throws: MergeFault.uninvited(6)) {
            _ = try merge(known + strangers, for: workshop(1, Array(1...6)))
        }
    }

    @Test func `hold none to a question for somebody alone`() throws {
        var questionnaire = Self.instruments.questionnaire
        questionnaire.areas[0].questions[1].isNotForARoom = true
        let instruments = InstrumentSet(questionnaire: questionnaire, frameworks: [])
        #expect(throws: MergeFault.unfitting(0, "a.two")) {
            _ = try merge([submission(1, ["a.two": 2])], for: workshop(asking: instruments))
        }
        // Nor words without an answer.
        var words = submission(1, [:])
        words.answers["a.two"] = Submission.Entry(response: nil, note: "she should go")
        #expect(throws: MergeFault.unfitting(0, "a.two")) {
            _ = try merge([words], for: workshop(asking: instruments))
        }
    }

    @Test func `keep words on questions that nobody answered`() throws {
        var files = (1...5).map { submission($0, ["a.one": 3]) }
        files[4].answers["a.two"] = Submission.Entry(response: nil, note: "nobody knows whom to ask")
        let work = try merge(files, for: workshop)
        #expect(work.notes == ["a.two": ["nobody knows whom to ask"]])
        #expect(work.tallies["a.two"] == nil)
    }

    private func submission(
        _ name: Int, _ levels: [Question.ID: Int], role: RoleGroup = .partners, edition: Int = 1,
        note: String? = nil
    ) -> Submission {
        Submission(
            fingerprint: "c\(name)", edition: edition, questionnaire: "5e", role: role,
            answers: levels.mapValues { Submission.Entry(response: .given(.rating($0)), note: note) })
    }

    @Test func `keep nothing of a question that one to four people rated`() throws {
        let files = (1...5).map { submission($0, $0 < 5 ? ["a.one": 3, "a.two": $0] : ["a.one": 3]) }
        let work = try merge(files, for: workshop)
        #expect(work.people == 5)
        #expect(work.tallies == ["a.one": Tally(counts: [0, 0, 5, 0])])
    }

    @Test func `keep of every vote of up to eight people no column of one to four`() throws {
        var few: Set<Tally> = []
        for people in 5...8 {
            for code in 0..<(people + 1) * (people + 1) * (people + 1) {
                let (rated, unknown) = (code % (people + 1), code / (people + 1) % (people + 1))
                let none = code / (people + 1) / (people + 1)
                guard rated + unknown + none <= people else { continue }
                let files = (0..<people).map { person in
                    let response: Response? =
                        person < rated
                        ? .given(.rating(person % 4 + 1))
                        : person < rated + unknown
                            ? .dontKnow : person < rated + unknown + none ? .notApplicable(reason: "so") : nil
                    return Submission(
                        fingerprint: "c\(person)", edition: 1, questionnaire: "5e", role: .partners,
                        answers: response.map { ["a.one": .init(response: $0, note: nil)] } ?? [:])
                }
                let tally = try merge(files, for: workshop).tallies["a.one"]
                let columns = [tally?.ratings ?? 0, tally?.dontKnow ?? 0, tally?.notApplicable ?? 0]
                #expect(
                    columns == [rated, unknown, none].map { $0 < 5 ? 0 : $0 }, "\(rated) \(unknown) \(none)")
                if rated < 5, unknown < 5, none < 5 { #expect(tally == nil) }
                if let tally { few.insert(tally) }
                // A merge of an older version kept more; no more of it is shown.
                let whole = Tally(
                    counts: [rated, 0, 0, 0], dontKnow: unknown, notApplicable: none)
                if let shown = ShownVote(whole, isPreWork: true).tally {
                    #expect(shown == whole.withoutFew)
                }
            }
        }
        #expect(!few.isEmpty)
    }

    @Test func `that are copies of one invitation are told, for nobody can say which counts`() throws {
        let files = (1...5).map { submission($0, ["a.one": 2]) }
        #expect(throws: MergeFault.copies(2, 5)) {
            _ = try merge(files + [submission(3, ["a.one": 4])], for: workshop)
        }
        #expect(try merge(files + [files[2]], for: workshop).people == 5)
    }

    @Test func `count the newest of each person, whatever the order of the files`() throws {
        var all = (1...5).map { submission($0, ["a.one": 2]) }
        all.append(submission(1, ["a.one": 4], edition: 2))
        for files in [all, all.reversed()] {
            let work = try merge(files, for: workshop)
            #expect(work.people == 5)
            #expect(work.tallies["a.one"] == Tally(counts: [0, 4, 0, 1]))
            #expect(work.tallies["a.three"] == nil)
        }
    }

    @Test func `keep notes so that their order says nothing`() throws {
        let words = ["zebra", "apple", "mango", "berry", "lemon"]
        let files = words.enumerated().map { submission($0.offset, ["a.one": 2], note: $0.element) }
        for order in [files, files.reversed()] {
            #expect(try merge(order, for: workshop).notes["a.one"] == words.sorted())
        }
    }

    @Test func `keep nothing of how groups differ`() throws {
        // Beside the counts a word on one group can tell a colleague how each of the others answered.
        let files =
            (0..<5).map { submission($0, ["a.one": $0 == 0 ? 3 : 4], role: .members) }
            + (0..<5).map { submission(100 + $0, ["a.one": $0 < 2 ? 4 : 2], role: .corporate) }
        #expect(try merge(files, for: workshop).gaps.isEmpty)
    }

    @Test(arguments: [
        (0, "none"), (32, "none"), (-33, "some"), (47, "some"), (-48, "marked"), (100, "marked"),
    ])
    func `say how far a group is in a word`(hundredths: Int, word: String) {
        #expect(PreWork.Difference(hundredths: hundredths).rawValue == word)
    }

    @Test func `to another questionnaire or with an answer that there is not are refused by their place`()
        throws
    {
        var other = submission(2, ["a.one": 2])
        other.questionnaire = "00"
        #expect(throws: MergeFault.otherQuestionnaire(1)) {
            _ = try merge([submission(1, ["a.one": 2]), other], for: workshop)
        }
        #expect(throws: MergeFault.unfitting(0, "a.one")) {
            _ = try merge([submission(1, ["a.one": 5])], for: workshop)
        }
        #expect(throws: MergeFault.unfitting(0, "a.none")) {
            _ = try merge([submission(1, ["a.none": 1])], for: workshop)
        }
    }
}
