import Instruments

/// The texts of an area, and those of a framework, should read at grade 8 or below.
///
/// Single texts are too short to be measured. The grade is a floor: a low one promises nothing.
struct HardToRead: Check {
    /// The highest grade.
    static let highestGrade = 8.0

    func findings(in context: CheckContext) -> [Finding] {
        let areas = context.questionnaires.filter { $0.language.isEnglish }.flatMap { questionnaire in
            questionnaire.textsByArea.enumerated().compactMap { index, texts in
                tooHard(texts).map {
                    Finding(
                        .questionnaire(questionnaire.id), ["areas", .index(index), "title"],
                        .hardToRead(grade: $0))
                }
            }
        }
        return areas
            + context.frameworks.filter { $0.language.isEnglish }.compactMap { framework in
                tooHard(framework.texts).map {
                    Finding(.framework(framework.id), ["title"], .hardToRead(grade: $0))
                }
            }
    }

    private func tooHard(_ texts: [PlacedText]) -> Double? {
        Reading.grade(of: texts.map(\.text)).flatMap { $0 > Self.highestGrade ? $0 : nil }
    }
}
