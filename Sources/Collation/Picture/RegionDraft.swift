package import Disclosure
package import Sessions

/// Who is in before a region is told of, and how far each is; nothing of what anybody answered but how much.
package struct RegionDraft: Sendable {
    /// The fewest authorities of whom a number will be told.
    package let fewest: Int
    /// Each questionnaire that sessions ask, in the order of their names.
    package let questionnaires: [Part]
    /// How many sessions are in nobody's return, by reason.
    package let leftOut: [(reason: RegionPicture.LeftOut, files: Int)]

    /// A draft with all its fields.
    package init(
        fewest: Int, questionnaires: [Part], leftOut: [(reason: RegionPicture.LeftOut, files: Int)]
    ) {
        self.fewest = fewest
        self.questionnaires = questionnaires
        self.leftOut = leftOut
    }

    /// The returns of one questionnaire.
    package struct Part: Sendable {
        /// The names behind the figures.
        package let index: InstrumentIndex
        /// The session that counts for each authority, by the authorities' names.
        package let returns: [SessionReturn]
        /// The other sessions of each of them.
        package let passedOver: [[SessionReturn]]
        /// What differs from an earlier release; nil where there was none.
        package let since: Since?

        /// The part of a draft that a questionnaire is.
        package init(_ returns: QuestionnaireReturns, since: Since?) {
            index = returns.index
            self.returns = returns.returns
            passedOver = returns.passedOver
            self.since = since
        }

        /// What stands in the way of a release; nil where nothing does.
        package func obstacle(atLeast fewest: Int) -> Obstacle? {
            if returns.count < fewest { return .fewAuthorities }
            return since?.release.isTooClose(atLeast: fewest) == true ? .fewDiffer : nil
        }
    }

    /// Why a release would tell nothing.
    package enum Obstacle: String, Sendable {
        /// Too few authorities are in.
        case fewAuthorities = "few-authorities"
        /// Too few differ from an earlier release, unless all that is told stays the same.
        case fewDiffer = "few-differ"
    }

    /// How the returns lie to an earlier release.
    package struct Since: Equatable, Sendable {
        /// When it was.
        package let at: Timestamp
        /// The release beside who is in now.
        package let release: EarlierRelease

        /// How many authorities were not in it.
        package var new: Int { release.new - release.changed }
        /// How many are in a release with other answers.
        package var changed: Int { release.changed }
        /// How many were in it and are missing now.
        package var missing: Int { release.gone - release.changed }
        /// The fewest authorities of whom it told a number.
        package var fewest: Int { release.record.minimum }

        /// What differs, with all its fields.
        package init(at: Timestamp, release: EarlierRelease) {
            self.at = at
            self.release = release
        }
    }
}
