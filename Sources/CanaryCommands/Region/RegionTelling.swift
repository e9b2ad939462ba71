import Collation
import Conversation
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
            if let close = earlier.first(where: { (1..<max(fewest, $0.fewest)).contains($0.differing) }) {
                throw .refused(refusal(questionnaire, beside: close))
            }
            let part = parted.told(atLeast: fewest, past: earlier.map { PastRelease($0) })
            parts.append(part)
            tellings.append(
                ReleaseLedger.Telling(
                    key: key, questionnaire: questionnaire.index.pins.questionnaire,
                    contributors: contributors, told: part.told))
        }
        if let ledger {
            let (fewest, now) = (fewest, now)
            try attempt({ () throws(ReleaseLedger.Fault) in
                try ledger.record(tellings, fewest: fewest, now: now)
            }) { fault($0) }
        }
        return RegionPicture(fewest: fewest, coverage: coverage, questionnaires: parts)
    }

    private func open() throws(CommandFault) -> ReleaseLedger {
        let folder = folder
        return try attempt({ () throws(ReleaseLedger.Fault) in try ReleaseLedger(of: folder) }) { fault($0) }
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
                    hint: local("restore the file from a backup")))
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
            hint: local("try again when the answers of \(fewest) authorities or more are others, or new"))
    }
}

extension PastRelease {
    fileprivate init(_ earlier: ReleaseLedger.Earlier) {
        self.init(
            gone: earlier.gone, new: earlier.new, differing: earlier.differing,
            authorities: earlier.authorities, told: earlier.told)
    }
}
