import BuiltInInstruments
import Disclosure
import Evaluation
import Instruments
import Sessions
import Testing
import Workbooks

@testable import Reports

/// Measures stand in the plan and in the self-evaluation, as a table and as lines.
struct MeasureReportTests {
    private func pack(for audience: Audience, _ measures: [Measure]) throws -> Pack {
        let shipped = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let start = start(
            session: "s", title: "T", authority: nil, instruments: shipped, now: Timestamp(milliseconds: 1))
        guard case .started(let started) = start.what else { throw Rejection.notNew }
        var state = SessionState(started, at: start.at, instruments: shipped)
        for measure in measures {
            for event in try decide(.setMeasure(measure), state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        return project(state, assess(state, for: .report), for: audience, now: Timestamp(milliseconds: 2))
    }

    private func value(_ day: Int, _ number: Double) -> Measure.Value {
        Measure.Value(day: CalendarDate(daysSince1970: 20_000 + day), number: number)
    }

    private var visits: Measure {
        Measure(
            name: "Visits in time", unit: "%", source: "the return",
            values: [value(0, 60.1), value(100, 58), value(200, 62.3)],
            comparator: .init(name: "England", number: 80))
    }

    @Test func `the table has the first and the last value, how far they are apart, and the comparison`()
        throws
    {
        let pack = try pack(for: .full, [visits, Measure(name: "Posts")])
        let documents = [pack.planDocument(), pack.selfEvaluationSection(), pack.blocks(of: .actions)]
        for blocks in documents {
            let rows = blocks.flatMap { block -> [[String]] in
                if case .table(_, let rows) = block {
                    rows.filter { $0.first?.hasPrefix("M") == true }
                } else {
                    []
                }
            }
            #expect(
                rows == [
                    [
                        "M1", "Visits in time, in % (from the return)", "60.1%, 4 October 2024",
                        "62.3%, 22 April 2025", "up 2.2", "England: 80%",
                    ], ["M2", "Posts", "no value yet", "no value yet", "not known yet", "nothing"],
                ])
        }
    }

    @Test func `a line is drawn of two values and more, with its number on it, and n beside it`() throws {
        let pack = try pack(for: .full, [visits, Measure(name: "Posts", values: [value(0, 3)])])
        let words = "\(pack.selfEvaluationSection())"
        #expect(words.contains("M1: 60.1% (4 October 2024), 58% (12 January 2025), 62.3% (22 April 2025)"))
        let charts = pack.selfEvaluationSection().compactMap { block -> LineChart? in
            if case .chart(.line(let chart)) = block { chart } else { nil }
        }
        let chart = try #require(charts.first)
        #expect(charts.count == 1 && chart.points.map(\.number) == [60.1, 58, 62.3])
        var page = Markup()
        ChartDrawing.write(.line(chart), into: &page)
        let text = page.source
        for words in [
            "60.1%", "58%", "62.3%", "England: 80%", "n = 3 values", "4 October 2024", "22 April 2025",
        ] {
            #expect(text.contains(">\(words)<"), "\(words)")
        }
        // The lowest value stands lower than the others, and what is compared stands above them.
        let heights = text.matches(of: /cy="([0-9]+)"/).compactMap { Int($0.output.1) }
        #expect(heights.count == 3 && heights[1] > heights[0] && heights[0] > heights[2])
        let level = try #require(text.firstMatch(of: /M40 ([0-9]+)H/).flatMap { Int($0.output.1) })
        #expect(level < heights[2])
    }

    @Test(arguments: [0.0, 5, 1e12, -1e12])
    func `a line is drawn of values that are all the same, or far apart`(number: Double) throws {
        for values in [[value(0, number), value(1, number)], [value(0, -number), value(0 + 9_000, number)]] {
            let chart = LineChart(
                title: "t",
                points: values.map {
                    .init(day: $0.day.daysSince1970, label: "d", number: $0.number, words: "w")
                })
            var page = Markup()
            ChartDrawing.write(.line(chart), into: &page)
            let heights = page.source.matches(of: /cy="(-?[0-9]+)"/).compactMap { Int($0.output.1) }
            #expect(heights.count == 2 && heights.allSatisfy { (40...168).contains($0) })
        }
    }

    @Test(arguments: Audience.allCases)
    func `measures are shown to whoever sees actions`(audience: Audience) throws {
        let pack = try pack(for: audience, [visits])
        #expect((pack.measures == nil) == (audience == .public))
        let words = "\(pack.planDocument())\(pack.selfEvaluationSection())\(pack.document())"
        #expect(words.contains("Visits in time") == (audience != .public))
        #expect(try self.pack(for: audience, []).measures == nil)
    }

    @Test func `each form of the plan has every value`() throws {
        let pack = try pack(for: .reviewers, [visits, Measure(name: "Posts")])
        let rows = PlanExporter.csv(of: pack).split(separator: "\r\n").map(String.init)
        #expect(
            rows.count == 5 && rows[1].hasPrefix("\"M1\",\"Visits in time\"") && rows[1].contains("60.1"))
        #expect(rows[4].hasPrefix("\"M2\",\"Posts\""))
        let json = try JSONExporter.text(of: PlanExporter.json(of: pack))
        #expect(json.contains("\"number\" : 60.1") && json.contains("\"change\" : 2.2"), "\(json)")
        #expect(PlanExporter.workbook(of: pack).sheets.map(\.name) == ["Plan", "Measures"])
        #expect(PlanExporter.workbook(of: try self.pack(for: .full, [])).sheets.count == 1)
    }

    @Test(arguments: [
        (0.0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567.5, "-1,234,567.5"),
        (1e12, "1,000,000,000,000"),
    ])
    func `thousands stand in groups`(number: Double, text: String) { #expect(grouped(number) == text) }
}
