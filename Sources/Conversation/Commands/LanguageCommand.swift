import Escaping
import Instruments
import Languages
import Reports
import Sessions

struct LanguageCommand: Command {
    let name = "language"
    var usage: String { local("\(name) or \(name) CODE") }
    var summary: String { local("shows the languages of the questionnaire, or goes on in another") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard argument.isEmpty else {
            try talk.speak(argument)
            try talk.say(
                local("The conversation goes on in `\(argument.visible)`, as far as there is a text in it."))
            return .showQuestion
        }
        let questionnaire = talk.recorded.questionnaire
        let own = questionnaire.language?.text ?? "en"
        let others = (questionnaire.translations ?? [:]).keys.sorted().map(\.text)
        try talk.say(
            local(
                "The questionnaire is written in: \(listed([own] + others)). Type language and a code to change."
            ))
        return .ask
    }
}
