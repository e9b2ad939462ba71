import Instruments
import Languages
import Sessions

extension OpenQuestions {
    /// How many questions are open, as a sentence, with those that have no level for another reason by their names.
    var localizedDescription: String {
        let others = [
            notAgreed == 0 ? nil : local("\(notAgreed) with no agreement"),
            parked == 0 ? nil : local("\(parked) parked"),
            dontKnow == 0 ? nil : counted(dontKnow, "don't know", "don't knows"),
        ].compactMap(\.self)
        let sentence = counted(open, "question is open.", "questions are open.")
        return others.isEmpty ? sentence : sentence + " " + local("Besides: \(listed(others)).")
    }
}

extension Conversation {
    /// How many questions of a room are open, as a sentence; of all that it is asked where none are named.
    func openDescription(among ids: [Question.ID]? = nil) -> String {
        OpenQuestions(state, among: ids ?? state.asked.ids()).localizedDescription
    }
}
