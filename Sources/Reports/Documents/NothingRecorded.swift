// What stands where nothing is to be shown: what is withheld is never told as nothing.

import Languages

extension Pack {
    /// What stands above what goes well.
    var goingWellHeading: String {
        assurance?.provesLittle == true
            ? local("What is said to go well, and is not shown yet") : local("What is going well")
    }

    /// What stands where nothing is recorded; what is withheld is never told as nothing.
    var noneRecorded: String {
        positionNote == nil
            ? local("Nothing is recorded under this heading yet.")
            : local("Nothing that may be shown here is recorded under this heading.")
    }

    /// That there is no evidence to show; what is withheld is never told as nothing.
    var noEvidenceNamed: String {
        positionNote == nil
            ? local("No evidence has been named.")
            : local("No evidence that may be shown here has been named.")
    }

    /// That no rating counts as met without evidence, as far as the reader may see.
    var noGap: String {
        positionNote == nil
            ? local("Every rating that counts as met has at least one piece of evidence.")
            : local(
                "Every rating that counts as met and may be shown here has at least one piece of evidence.")
    }

    /// That there is no action to show; what is withheld is never told as nothing.
    var noActionRecorded: String {
        positionNote == nil
            ? local("No action has been recorded.")
            : local("No action that may be shown here has been recorded.")
    }
}
