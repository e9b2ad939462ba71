import Instruments

/// The texts of an area, and those of a framework, should read at grade 8 or below.
///
/// Single texts are too short to be measured. The grade is a floor: a low one promises nothing.
struct HardToRead: Check {
    let codes: [Diagnostic.Code] = [.hardToRead]

    /// The highest grade.
    static let highestGrade = 8.0

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        let english = context.areaTexts.filter(\.questionnaire.language.isEnglish)
        let areas = english.flatMap { questionnaire, areas in
            areas.enumerated().compactMap { index, texts in
                tooHard(texts).map {
                    Diagnostic(
                        .questionnaire(questionnaire.id), ["areas", .index(index), "title"],
                        .hardToRead(grade: $0))
                }
            }
        }
        return areas
            + context.frameworkTexts.filter(\.framework.language.isEnglish).compactMap { framework, texts in
                tooHard(texts).map {
                    Diagnostic(.framework(framework.id), ["title"], .hardToRead(grade: $0))
                }
            }
    }

    private func tooHard(_ texts: [PlacedText]) -> Double? {
        Reading.grade(of: texts.flatMap(\.sentences)).flatMap { $0 > Self.highestGrade ? $0 : nil }
    }
}

extension Diagnostic.Code {
    static let hardToRead = Self(warning: "hard-to-read")
}

extension Diagnostic.Content {
    /// A school grade after Flesch and Kincaid.
    static func hardToRead(grade: Double) -> Self {
        Self(
            .hardToRead,
            "the words here read at school grade \(tenths(grade)), and should at \(tenths(HardToRead.highestGrade)) or below",
            hint: "use shorter sentences and shorter words")
    }
}

/// A number with one decimal.
private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}
