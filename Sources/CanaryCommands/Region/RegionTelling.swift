import Collation
import Conversation
import Escaping
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// Decides what may be told of a region beside what was told before, and makes that durable before it is told.
struct RegionTelling {
    /// The folder of the sessions.
    let folder: String
    /// The fewest authorities of whom a number is told.
    let fewest: Int
    /// The time.
    let now: Timestamp

    /// What may be told; it is on record when this returns.
    func picture(of reading: RegionReading) throws(CommandFault) -> RegionPicture {
        let gathered = reading.collator.gathered()
        let coverage = reading.collator.coverage(of: gathered, others: reading.others, atLeast: fewest)
        let isAnyTold = gathered.contains { $0.figures.count >= fewest }
        let ledger = try isAnyTold ? open() : nil
        var parts: [RegionPicture.Part] = []
        var tellings: [ReleaseLedger.Telling] = []
        for questionnaire in gathered {
            let parted = questionnaire.parted(atLeast: fewest)
            guard let ledger, questionnaire.figures.count >= fewest else {
                parts.append(parted.told(atLeast: fewest))
                continue
            }
            let key = questionnaire.index.pins.key
            let contributors = zip(questionnaire.authorities, parted.contributions).map {
                ledger.contributor($0, $1, of: key)
            }
            let earlier = ledger.releases(of: key, beside: contributors)
            let part = parted.told(atLeast: fewest, past: earlier.map { PastRelease($0) })
            let telling = ReleaseLedger.Telling(
                key: key, questionnaire: questionnaire.index.pins.questionnaire,
                contributors: contributors, told: part.told, most: part.most)
            // Where a few differ and all that is told stays as it was, the difference says nothing.
            if let close = earlier.first(where: { isClose($0) && !$0.isSame(as: telling, fewest: fewest) }) {
                throw .refused(refusal(questionnaire, beside: close))
            }
            parts.append(part)
            tellings.append(telling)
        }
        if let ledger {
            let (fewest, now) = (fewest, now)
            try attempt({ () throws(ReleaseLedger.Fault) in
                try ledger.record(tellings, fewest: fewest, now: now)
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
            questionnaires: reading.collator.gathered().map { questionnaire in
                RegionDraft.Part(questionnaire, since: ledger.flatMap { since($0, questionnaire) })
            }, leftOut: reading.collator.leftOut)
    }

    /// How the returns lie to the release that stands in the way, or else to the last one.
    private func since(_ ledger: ReleaseLedger, _ questionnaire: Gathered) -> RegionDraft.Since? {
        let key = questionnaire.index.pins.key
        let contributions = questionnaire.parted(atLeast: fewest).contributions
        let earlier = ledger.releases(
            of: key,
            beside: zip(questionnaire.authorities, contributions).map { ledger.contributor($0, $1, of: key) })
        return (earlier.last(where: isClose) ?? earlier.last).map { release in
            let changed = release.gone + release.new - release.differing
            return RegionDraft.Since(
                at: release.at, fewest: release.fewest, new: release.new - changed, changed: changed,
                missing: release.gone - changed)
        }
    }

    /// Whether so few authorities differ from a release that the difference would be about them.
    private func isClose(_ release: ReleaseLedger.Earlier) -> Bool {
        (1..<max(fewest, release.fewest)).contains(release.differing)
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
                Wording(
                    local(
                        "nothing is told, since it cannot be noted what was told: \(error.wording.message)"),
                    hint: error.wording.hint))
        case .damaged(let path, let line):
            .refused(
                Wording(
                    local(
                        "nothing is told: `\(path.visible)`, which says what was told before, is damaged in line \(line)"
                    ),
                    hint: Self.wayOut))
        case .empty(let path):
            .refused(
                Wording(
                    local("nothing is told: `\(path.visible)`, which says what was told before, is empty"),
                    hint: Self.wayOut))
        case .cut(let path):
            .refused(
                Wording(
                    local(
                        "nothing is told: `\(path.visible)`, which says what was told before, lacks lines, or has others than were written"
                    ),
                    hint: Self.wayOut))
        case .full(let path):
            .notSaved(
                Wording(
                    local(
                        "nothing is told: `\(path.visible)`, which says what was told before, would be larger than \(ReleaseLedger.largest / 1_024 / 1_024) MB"
                    ),
                    hint: local(
                        "keep it, and once at least \(fewest) authorities are new or have other answers, go on without it: move it out of the folder"
                    )))
        }
    }

    private func refusal(_ questionnaire: Gathered, beside earlier: ReleaseLedger.Earlier) -> Wording {
        let id = questionnaire.index.pins.questionnaire.id
        let fewest = max(fewest, earlier.fewest)
        let day = earlier.at.date.inLocalWords
        return Wording(
            local(
                "nothing is told: fewer than \(fewest) authorities differ from what was told of `\(id.visible)` on \(day), and the difference would be about them"
            ),
            hint: local(
                "wait until \(fewest) authorities or more are new, missing or have other answers; --draft shows who is in, and can be run any number of times"
            ))
    }
}

extension PastRelease {
    fileprivate init(_ earlier: ReleaseLedger.Earlier) {
        self.init(
            gone: earlier.gone, new: earlier.new, differing: earlier.differing,
            authorities: earlier.authorities, fewest: earlier.fewest, told: earlier.told, most: earlier.most)
    }
}
