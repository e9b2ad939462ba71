import Sessions

/// What the sessions that are made up say; no authority, paper or person in it exists.
enum Words {
    /// The authorities: eleven beginnings with eleven endings.
    static let authorities = beginnings.flatMap { beginning in endings.map { beginning + $0 } }
    private static let beginnings = [
        "Alder", "Birch", "Crow", "Dun", "Elm", "Fox", "Grey", "Hazel", "Linden", "Marl", "Oak",
    ]
    private static let endings = [
        "borough", "combe", "dale", "ford", "gate", "ham", "hurst", "ley", "mouth", "stead", "wick",
    ]

    /// Notes on answers.
    static let notes = [
        "This holds for three of the four localities. The fourth has had an interim manager since spring.",
        "We asked two teams and the answers were not the same, so we took the lower level.",
        "Better than last year, and the latest audit says so as well.",
        "The lead officer sees this as a level higher. We could not find the papers that would show it.",
        "The board hears of it each quarter; what changes afterwards is not written down.",
        "Colleagues in schools and in health say the same. A survey of carers is due next month.",
    ]

    /// References of evidence.
    static let references = [
        "Scrutiny committee minutes, June, item 6", "Case file audit, second quarter",
        "Staff survey, question 14", "Visit notes, assessment team", "Partnership board papers, May",
        "Performance digest, September, page 3", "Feedback from parents, summer round",
    ]

    /// What evidence shows.
    static let shown = [
        "Nine of twelve actions were done in time.", "Two of ten files show that supervision was late.",
        "Staff know whom to ask, and say that they are answered.",
        "The figure has fallen for three quarters.", "",
    ]

    /// Strengths.
    static let strengths = [
        "The team has kept its permanent staff for two years.", "Managers go out with workers each month.",
    ]

    /// Concerns.
    static let concerns = [
        "Much of it rests on one person.", "What partners know reaches us late.",
    ]

    /// Why a question does not apply.
    static let reasons = [
        "The service is shared with a neighbour, who answers this.", "No such post at present.",
    ]

    /// The roles in which sessions are signed off.
    static let roles = ["Director of children's services", "Chief executive", "Lead member"]
}
