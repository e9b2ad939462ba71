import Instruments

/// The texts of an area, and those of a framework, should read at grade 8 or below.
///
/// Single texts are too short to be measured. The grade is a floor: a low one promises nothing.
struct HardToRead: Check {
    /// The highest grade.
    static let highestGrade = 8.0

    func findings(in context: CheckContext) -> [Finding] {
        let english = context.areaTexts.filter(\.questionnaire.language.isEnglish)
        let areas = english.flatMap { questionnaire, areas in
            areas.enumerated().compactMap { index, texts in
                tooHard(texts).map {
                    Finding(
                        .questionnaire(questionnaire.id), ["areas", .index(index), "title"],
                        .hardToRead(grade: $0))
                }
            }
        }
        return areas
            + context.frameworkTexts.filter(\.framework.language.isEnglish).compactMap { framework, texts in
                tooHard(texts).map {
                    Finding(.framework(framework.id), ["title"], .hardToRead(grade: $0))
                }
            }
    }

    private func tooHard(_ texts: [PlacedText]) -> Double? {
        Reading.grade(of: texts.flatMap(\.sentences)).flatMap { $0 > Self.highestGrade ? $0 : nil }
    }
}
