/// A titled group of questions.
package struct Area: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Area>

    /// The area's name, the first part of its questions' names.
    package var id: ID
    /// The name that the reader sees.
    package var title: String
    /// A sentence or two before its first question; nil where none is needed.
    package var intro: String?
    /// The questions, in the order in which they are asked.
    package var questions: [Question]

    /// An area with its questions.
    package init(id: ID, title: String, intro: String? = nil, questions: [Question]) {
        self.id = id
        self.title = title
        self.intro = intro
        self.questions = questions
    }
}
