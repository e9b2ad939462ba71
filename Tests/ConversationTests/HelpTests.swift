import Testing

@testable import Conversation

/// The topics of help.
struct HelpTests {
    @Test func `hold every command once`() {
        let inTopics = HelpTopic.all.flatMap(\.commands)
        #expect(inTopics.sorted() == (walkCommands + roomCommands).map(\.name).sorted())
    }

    @Test func `are found by their names`() {
        let names = HelpTopic.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names).isDisjoint(with: (walkCommands + roomCommands).map(\.name)))
    }
}
