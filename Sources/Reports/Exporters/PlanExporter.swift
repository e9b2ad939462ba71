import Escaping
import Languages
import Sessions
package import Workbooks

/// Writes the plan alone, for a board, a spreadsheet or a calendar.
package enum PlanExporter {
    /// The plan in the shape `canary-plan/1`.
    package static func json(of pack: Pack) -> JSONValue {
        let cover = pack.cover
        return .object([
            "format": .text("canary-plan/1"), "session": .text(cover.session), "title": .text(cover.title),
            "authority": JSONValue(cover.authority), "audience": .text(cover.audience.rawValue),
            "questionnaire": .text(cover.questionnaire.id), "moment": .text(cover.moment),
            "actions": .array((pack.actions ?? []).map(json)),
            "measures": .array((pack.measures ?? []).map(json)),
        ])
    }

    private static func json(_ action: ActionText) -> JSONValue {
        .object([
            "id": JSONValue(action.id), "question": .text(action.question.id), "text": .text(action.text),
            "role": JSONValue(action.role), "due": JSONValue(action.day),
            "state": JSONValue(action.state?.rawValue), "outcome": JSONValue(action.outcome),
            "finding": JSONValue(action.finding), "measure": JSONValue(action.measure),
            "overdue": .bool(action.isOverdue == true), "carried": .bool(action.isCarried == true),
        ])
    }

    private static func json(_ measure: MeasureText) -> JSONValue {
        .object([
            "id": .text(measure.id), "name": .text(measure.name), "unit": JSONValue(measure.unit),
            "source": JSONValue(measure.source),
            "values": .array(
                measure.values.map { .object(["day": .text($0.day), "number": .number($0.number)]) }),
            "change": measure.change.map { .number($0) } ?? .null,
            "comparator": measure.comparator.map {
                .object(["name": .text($0.name), "number": .number($0.number)])
            } ?? .null,
        ])
    }

    /// The plan as a table, a row an action; then, where something is counted, a row a value of each measure.
    ///
    /// - Returns: lines that end in CR LF, the first of them after a byte order mark.
    package static func csv(of pack: Pack) -> String {
        let header = [
            "id", "action", "role", "due", "state", "outcome", "measure", "finding", "question",
            "question-text", "date", "value", "unit", "source", "compared-with", "comparator",
        ]
        let rows = (pack.actions ?? []).map { action in
            [
                action.id ?? "", action.text, action.role ?? "", action.day ?? "",
                action.state?.rawValue ?? "", action.outcome ?? "", action.measure ?? "",
                action.finding ?? "", action.question.id, action.question.text, "", "", "", "", "", "",
            ]
        }
        return CSVExporter.byteOrderMark
            + CSVExporter.text(of: [header] + rows + (pack.measures ?? []).flatMap(rows(of:)))
    }

    /// A row a value, and one where there is none yet.
    private static func rows(of measure: MeasureText) -> [[String]] {
        let figures =
            measure.values.isEmpty ? [["", ""]] : measure.values.map { [$0.day, digits($0.number)] }
        return figures.map { figure in
            [measure.id, measure.name] + Array(repeating: "", count: 8) + figure + [
                measure.unit ?? "", measure.source ?? "", measure.comparator?.name ?? "",
                measure.comparator.map { digits($0.number) } ?? "",
            ]
        }
    }

    /// The measures as a sheet, a row a value; empty where nothing is counted.
    static func measureSheets(of pack: Pack) -> [Workbook.Sheet] {
        guard let measures = pack.measures else { return [] }
        let header = [
            local("No."), local("What is counted"), local("Date"), local("Value"), local("Counted in"),
            local("Source"), local("Compared with"), local("Its value"),
        ]
        let rows = measures.flatMap(rows(of:)).map { Array($0[..<2]) + Array($0[10...]) }
        return [
            WorkbookExporter.table(
                local("Measures"), header, rows, widths: [6, 50, 14, 12, 16, 30, 24, 12])
        ]
    }

    /// The plan as a workbook, with a second sheet where something is counted.
    package static func workbook(of pack: Pack) -> Workbook {
        let header = [
            local("No."), local("Action"), local("Who"), local("By when"), local("How far"),
            local("What came of it"), local("It worked if"), local("It answers"), local("Question"),
        ]
        let rows = (pack.actions ?? []).map { action in
            [
                action.id ?? "", action.text, action.role ?? "", action.day ?? "", action.stateDescription,
                action.outcome ?? "", action.measure ?? "", action.finding ?? "", action.question.short,
            ]
        }
        let sheet = WorkbookExporter.table(
            local("Plan"), header, rows, widths: [6, 60, 24, 14, 16, 40, 40, 30, 24])
        return Workbook(
            title: WorkbookExporter.titleProperty(of: pack), footer: pack.cover.marking,
            created: (Timestamp(pack.cover.moment)?.milliseconds ?? 0) / 1_000,
            sheets: [sheet] + measureSheets(of: pack))
    }

    /// The actions, each with a name that it has in every calendar of one audience, whatever its day becomes: its own for
    /// the authority, and for others its place on its question, so that nothing on another question changes it.
    private static func named(_ pack: Pack) -> [(String, ActionText)] {
        let actions = pack.actions ?? []
        guard actions.contains(where: { $0.id == nil }) else { return actions.map { ($0.id ?? "", $0) } }
        return (pack.areas ?? []).flatMap(\.answers).flatMap { answer in
            answer.actions.enumerated().map { ("\(answer.question.id).\($0.offset + 1)", $0.element) }
        }
    }

    /// The days on which actions are due, as a calendar takes them in: what has no day and what is settled is not there.
    package static func calendar(of pack: Pack) -> String {
        let stamp = String(pack.cover.moment.prefix(19)).filter { $0 != "-" && $0 != ":" } + "Z"
        var text = CalendarText.property("BEGIN", value: "VCALENDAR")
        text += CalendarText.property("VERSION", value: "2.0")
        text += CalendarText.property("PRODID", value: "-//Canary//Plan//EN")
        for (name, action) in named(pack) where action.state?.isSettled != true {
            guard let day = action.day, let date = CalendarDate(day) else { continue }
            let next = CalendarDate(daysSince1970: date.daysSince1970 + 1)
            text += CalendarText.property("BEGIN", value: "VEVENT")
            text += CalendarText.property(
                "UID", value: "\(name).\(pack.cover.session)@canary.invalid")
            text += CalendarText.property("DTSTAMP", value: stamp)
            text += CalendarText.property("DTSTART;VALUE=DATE", value: day.filter { $0 != "-" })
            text += CalendarText.property("DTEND;VALUE=DATE", value: "\(next)".filter { $0 != "-" })
            text += CalendarText.property("TRANSP", value: "TRANSPARENT")
            text += CalendarText.property(
                "SUMMARY",
                text: [action.id, action.text.onOneLine].compactMap(\.self).joined(separator: ": "))
            text += CalendarText.property("DESCRIPTION", text: action.localizedDescription)
            text += CalendarText.property("END", value: "VEVENT")
        }
        return text + CalendarText.property("END", value: "VCALENDAR")
    }
}
