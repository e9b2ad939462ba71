import Collation
import Conversation
import Disclosure
import Escaping
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// Makes durable what `Disclosure` releases of a region beside what was told before, before it is told.
struct RegionRelease {
    /// The folder of the sessions.
    let folder: String
    /// The fewest authorities of whom a number is told.
    let fewest: Int
    /// The time.
    let now: Timestamp

    /// What may be told; it is on record when this returns.
    func picture(of reading: RegionReading) throws(CommandFault) -> RegionPicture {
        let questionnaires = reading.collator.questionnaires()
        let coverage = reading.collator.coverage(
            of: questionnaires, others: reading.others, atLeast: fewest)
        let isAnyTold = questionnaires.contains { $0.figures.count >= fewest }
        let ledger = try isAnyTold ? open() : nil
        var parts: [RegionPicture.Part] = []
        var releases: [ReleaseLedger.NewRelease] = []
        for questionnaire in questionnaires {
            let tabulation = questionnaire.tabulated(atLeast: fewest)
            let key = questionnaire.index.pins.key
            let contributors = ledger.map { self.contributors(questionnaire, tabulation, $0) } ?? []
            let earlier = ledger?.releases(of: key, beside: contributors) ?? []
            switch tabulation.release(atLeast: fewest, after: earlier.map(\.release)) {
            case .tooFewRespondents: parts.append(tabulation.picture(nil))
            case .tooFewDiffer(let place):
                throw .refused(refusal(questionnaire, beside: earlier[place]))
            case .released(let release):
                parts.append(tabulation.picture(release))
                releases.append(
                    ReleaseLedger.NewRelease(
                        key: key, questionnaire: questionnaire.index.pins.questionnaire,
                        contributors: contributors, record: release.record))
            }
        }
        if let ledger {
            let now = now
            try attempt({ () throws(ReleaseLedger.Fault) in
                try ledger.record(releases, now: now)
            }) { fault($0) }
        }
        return RegionPicture(fewest: fewest, coverage: coverage, questionnaires: parts)
    }

    /// Who is in, and what stands in the way of telling; nothing is noted.
    func draft(of reading: RegionReading) throws(CommandFault) -> RegionDraft {
        let folder = folder
        let isThere = try attempt({ () throws(ReleaseLedger.Fault) in
            try ReleaseLedger.exists(in: folder)
        }) { fault($0) }
        let ledger = try isThere ? open() : nil
        return RegionDraft(
            fewest: fewest,
            questionnaires: reading.collator.questionnaires().map { questionnaire in
                RegionDraft.Part(questionnaire, since: ledger.flatMap { since($0, questionnaire) })
            }, leftOut: reading.collator.leftOut)
    }

    /// How the returns lie to the release that stands in the way, or else to the last one.
    private func since(
        _ ledger: ReleaseLedger, _ questionnaire: QuestionnaireReturns
    ) -> RegionDraft.Since? {
        let tabulation = questionnaire.tabulated(atLeast: fewest)
        let earlier = ledger.releases(
            of: questionnaire.index.pins.key, beside: contributors(questionnaire, tabulation, ledger))
        return (earlier.last { $0.release.isTooClose(atLeast: fewest) } ?? earlier.last).map {
            RegionDraft.Since(at: $0.at, release: $0.release)
        }
    }

    /// The authorities as the ledger knows them.
    private func contributors(
        _ questionnaire: QuestionnaireReturns, _ tabulation: QuestionnaireReturns.Tabulation,
        _ ledger: ReleaseLedger
    ) -> [ReleaseLedger.Contributor] {
        zip(questionnaire.authorities, tabulation.contributions).map {
            ledger.contributor($0, $1, of: questionnaire.index.pins.key)
        }
    }

    private func open() throws(CommandFault) -> ReleaseLedger {
        let folder = folder
        return try attempt({ () throws(ReleaseLedger.Fault) in try ReleaseLedger(of: folder) }) { fault($0) }
    }

    /// What to do about a ledger that is not what was written.
    private static var wayOut: String {
        local(
            "restore the file from a backup; where nothing was ever told of these sessions, or at least five authorities are new or have other answers since, remove it"
        )
    }

    private func fault(_ fault: ReleaseLedger.Fault) -> CommandFault {
        switch fault {
        case .file(let error):
            .notSaved(
                ErrorDescription(
                    local(
                        "nothing is told, since it cannot be noted what was told: \(error.errorDescription.message)"
                    ),
                    hint: error.errorDescription.hint))
        case .damaged(let path, let line):
            .refused(
                ErrorDescription(
                    local(
                        "nothing is told: `\(path.visible)`, which says what was told before, is damaged in line \(line)"
                    ),
                    hint: Self.wayOut))
        case .empty(let path):
            .refused(
                ErrorDescription(
                    local("nothing is told: `\(path.visible)`, which says what was told before, is empty"),
                    hint: Self.wayOut))
        case .cut(let path):
            .refused(
                ErrorDescription(
                    local(
                        "nothing is told: `\(path.visible)`, which says what was told before, lacks lines, or has others than were written"
                    ),
                    hint: Self.wayOut))
        case .full(let path):
            .notSaved(
                ErrorDescription(
                    local(
                        "nothing is told: `\(path.visible)`, which says what was told before, would be larger than \(ReleaseLedger.largest / 1_024 / 1_024) MB"
                    ),
                    hint: local(
                        "keep it, and once at least \(fewest) authorities are new or have other answers, go on without it: move it out of the folder"
                    )))
        }
    }

    private func refusal(
        _ questionnaire: QuestionnaireReturns, beside earlier: ReleaseLedger.DatedRelease
    ) -> ErrorDescription {
        let id = questionnaire.index.pins.questionnaire.id
        let fewest = max(fewest, earlier.release.record.minimum)
        let day = earlier.at.date.localizedDescription
        return ErrorDescription(
            local(
                "nothing is told: fewer than \(fewest) authorities differ from what was told of `\(id.visible)` on \(day), and the difference would be about them"
            ),
            hint: local(
                "wait until \(fewest) authorities or more are new, missing or have other answers; --draft shows who is in, and can be run any number of times"
            ))
    }
}
