/// A picture as data: what is drawn is also said in the words beside it.
package enum Chart: Equatable, Sendable {
    case bars(BarChart)
    case grid(StatusGrid)
    case map(CausalMap)
    case line(LineChart)
}

/// How often each answer was given, a bar a row.
package struct BarChart: Equatable, Sendable {
    /// What the chart shows, as a sentence.
    package var title: String
    /// The bars, from the top.
    package var rows: [Row]

    /// One bar.
    package struct Row: Equatable, Sendable {
        package var label: String
        /// The parts of the bar, from the left; those of count 0 are left out.
        package var segments: [Segment]

        /// How many answers it stands for.
        var count: Int { segments.reduce(0) { $0 + $1.count } }
    }

    /// A part of a bar.
    package struct Segment: Equatable, Sendable {
        /// What it is called within the bar.
        package var label: String
        package var count: Int
        package var shade: Shade
    }
}

/// How a part of a chart is shaded; the words say the same.
package enum Shade: String, Sendable {
    case first
    case second
    case third
    case fourth
    case neutral
    case open
}

/// Statuses in columns.
package struct StatusGrid: Equatable, Sendable {
    /// What the chart shows, as a sentence.
    package var title: String
    package var columns: [Column]

    /// A column with its heading.
    package struct Column: Equatable, Sendable {
        package var title: String
        package var cells: [Cell]
    }

    /// One status.
    package struct Cell: Equatable, Sendable {
        package var title: String
        package var status: String
        package var shade: Shade
    }
}

/// Boxes by group, and arrows between them.
package struct CausalMap: Equatable, Sendable {
    /// What the chart shows, as a sentence.
    package var title: String
    /// The boxes, in columns.
    package var groups: [Group]
    package var arrows: [Arrow]

    /// A column with its heading.
    package struct Group: Equatable, Sendable {
        package var title: String
        package var boxes: [Box]
    }

    /// One box.
    package struct Box: Equatable, Sendable {
        package var id: String
        package var name: String
        /// Whether it is not known to be there.
        package var isOpen: Bool
    }

    /// From one box to another.
    package struct Arrow: Equatable, Sendable {
        package var from: String
        package var to: String
        package var isPossible: Bool
        /// Whether it is a step of a circle.
        package var isInCircle: Bool
    }
}

/// A number over time.
package struct LineChart: Equatable, Sendable {
    /// What the chart shows, as a sentence.
    package var title: String
    /// What was counted, oldest first; two or more.
    package var points: [Point]
    /// What the numbers are compared with; nil for nothing.
    package var level: Level?

    /// A number of a day.
    package struct Point: Equatable, Sendable {
        /// The days since the beginning of 1970.
        package var day: Int
        /// The day in words.
        package var label: String
        package var number: Double
        /// The number in words, with its unit.
        package var words: String
    }

    /// A number that stays as it is.
    package struct Level: Equatable, Sendable {
        package var number: Double
        /// What it is, and how much.
        package var words: String
    }
}
