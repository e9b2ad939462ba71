import Evaluation
import Instruments
import Sessions

extension SessionFigures {
    /// The figures in few bytes, for the same version of the program to unpack.
    package var packed: [UInt8] {
        var packer = Packer()
        packer.text(session)
        packer.number(authority == nil ? 0 : 1)
        if let authority { packer.text(authority) }
        packer.number(Int(state.rawValue))
        packer.number(changed.milliseconds)
        packer.standing(now)
        packer.list(milestones) { packer, milestone in
            packer.number(milestone.at.milliseconds)
            packer.standing(milestone.standing)
        }
        return packer.bytes
    }

    /// Unpacks figures; nil where the bytes are no figures by these instruments, whatever else they are.
    ///
    /// - Parameters:
    ///   - packed: what `packed` gave.
    ///   - index: the index of the instruments that they were worked out by.
    package init?(packed: [UInt8], _ index: InstrumentIndex) {
        var unpacker = Unpacker(packed, index)
        guard let session = unpacker.text(), let isNamed = unpacker.number(below: 2) else { return nil }
        let authority = isNamed == 1 ? unpacker.text() : nil
        guard isNamed == 0 || authority != nil,
            let state = unpacker.number(below: 256).flatMap({ State(rawValue: UInt8($0)) }),
            let changed = unpacker.moment(), let now = unpacker.standing(),
            let milestones = unpacker.list({ unpacker -> Milestone? in
                guard let at = unpacker.moment(), let standing = unpacker.standing() else { return nil }
                return Milestone(at: at, standing: standing)
            }), unpacker.isAtEnd
        else { return nil }
        self.init(
            session: session, authority: authority, pins: index.pins, state: state,
            changed: changed, now: now, milestones: milestones)
    }
}

/// Writes numbers in as few bytes as they need, seven bits each, the lowest first.
private struct Packer {
    private(set) var bytes: [UInt8] = []

    mutating func bits(_ value: UInt64) {
        var rest = value
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number that may be below zero.
    mutating func number(_ value: Int) {
        bits(UInt64(bitPattern: Int64(value &<< 1 ^ value >> (Int.bitWidth - 1))))
    }

    mutating func text(_ text: String) {
        list(Array(text.utf8)) { $0.bytes.append($1) }
    }

    mutating func list<Element>(_ elements: [Element], _ write: (inout Packer, Element) -> Void) {
        number(elements.count)
        for element in elements { write(&self, element) }
    }

    mutating func standing(_ standing: Standing) {
        list(standing.answers) { $0.bytes.append($1.rawValue) }
        list(standing.evidence) {
            $0.number(Int($1.question))
            $0.bytes.append($1.kind)
            $0.number(Int($1.count))
        }
        list(standing.tables) {
            $0.bits($1.possible)
            $0.bits($1.certain)
            $0.number($1.canBeNone ? 1 : 0)
        }
        list(standing.conditions) { $0.bytes.append($1.rawValue) }
        list(standing.models) { $0.place(of: $1) }
        list(standing.signatures) { $0.bytes.append($1.rawValue) }
        bytes.append(standing.grades)
        list(standing.factors) { $0.bytes.append($1.rawValue) }
        list(standing.problems) { $0.place(of: $1) }
        list(standing.links) {
            $0.number(Int($1.from))
            $0.number(Int($1.to))
            $0.number($1.isPossible ? 1 : 0)
        }
        for circles in [standing.circles, standing.possibleCircles] {
            list(circles) { $0.list($1) { $0.number(Int($1)) } }
        }
        list(standing.quality) {
            $0.place(of: $1.test)
            $0.number($1.area.map { Int($0) + 1 } ?? 0)
            $0.number($1.thousandths.map { Int($0) + 1 } ?? 0)
        }
    }

    mutating func place<Value: CaseIterable & Equatable>(of value: Value) {
        number(Value.allCases.enumerated().first { $0.element == value }?.offset ?? 0)
    }
}

/// Reads what a `Packer` wrote, and nothing that does not fit the instruments.
private struct Unpacker {
    private let bytes: [UInt8]
    private var position = 0
    private let index: InstrumentIndex

    init(_ bytes: [UInt8], _ index: InstrumentIndex) {
        self.bytes = bytes
        self.index = index
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8? {
        guard bytes.indices.contains(position) else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func bits() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            guard let byte = byte() else { return nil }
            let part = UInt64(byte & 127)
            // The tenth byte has room for one bit.
            guard shift < 63 || part < 2 else { return nil }
            value |= part << UInt64(shift)
            if byte < 128 { return value }
        }
        return nil
    }

    mutating func number() -> Int? {
        bits().map { Int(bitPattern: UInt($0 >> 1)) ^ (($0 & 1 == 1) ? -1 : 0) }
    }

    mutating func number(below end: Int) -> Int? {
        number().flatMap { (0..<max(0, end)).contains($0) ? $0 : nil }
    }

    /// A moment that a session can be of: from 1970 to the end of the year 9999.
    mutating func moment() -> Timestamp? {
        number(below: 253_402_300_800_000).map { Timestamp(milliseconds: $0) }
    }

    mutating func text() -> String? {
        list { $0.byte() }.flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// A list; every element takes a byte at least, so none is longer than what is left.
    mutating func list<Element>(
        of count: Int? = nil, _ read: (inout Unpacker) -> Element?
    ) -> [Element]? {
        guard let found = number(below: bytes.count - position + 1), count == nil || count == found else {
            return nil
        }
        var elements: [Element] = []
        elements.reserveCapacity(found)
        for _ in 0..<found {
            guard let element = read(&self) else { return nil }
            elements.append(element)
        }
        return elements
    }

    mutating func place<Value: CaseIterable>(of type: Value.Type) -> Value? {
        let all = Array(Value.allCases)
        return number(below: all.count).map { all[$0] }
    }

    mutating func standing() -> Standing? {
        let questions = index.questions.count
        let problems = index.problems.count
        let areas = index.instruments.questionnaire.areas.count
        var place = 0
        let index = index
        guard
            let answers = list(
                of: questions,
                { unpacker -> AnswerCode? in
                    defer { place += 1 }
                    return unpacker.byte().map(AnswerCode.init(rawValue:))
                        .flatMap { $0.fits(index.questions[place]) ? $0 : nil }
                }),
            let evidence = list({ unpacker -> Standing.EvidenceCount? in
                guard let question = unpacker.number(below: questions), let kind = unpacker.byte(),
                    Int(kind) < Evidence.Kind.allCases.count,
                    let count = unpacker.number(below: Int(UInt16.max) + 1)
                else { return nil }
                return Standing.EvidenceCount(
                    question: UInt16(clamping: question), kind: kind, count: UInt16(clamping: count))
            }),
            let tables = list(
                of: index.tables.count,
                { unpacker -> Standing.Outcomes? in
                    guard let possible = unpacker.bits(), let certain = unpacker.bits(),
                        let canBeNone = unpacker.number(below: 2)
                    else { return nil }
                    return Standing.Outcomes(possible: possible, certain: certain, canBeNone: canBeNone == 1)
                }),
            let conditions = list(
                of: index.conditions.count, { $0.byte().map(Standing.Possible.init(rawValue:)) }),
            let models = list(of: index.models.count, { $0.place(of: ModelFinding.Status.self) }),
            let signatures = list(
                of: index.signatures?.set.members.count ?? 0,
                { $0.byte().map(Standing.SignatureStatuses.init(rawValue:)) }),
            let grades = byte(),
            let factors = list(
                of: index.factors.count, { $0.byte().flatMap(Standing.Factor.init(rawValue:)) }),
            let states = list(of: problems, { $0.place(of: ProblemFinding.State.self) }),
            let links = list({ unpacker -> Standing.Link? in
                guard let from = unpacker.number(below: problems), let to = unpacker.number(below: problems),
                    let isPossible = unpacker.number(below: 2)
                else { return nil }
                return Standing.Link(
                    from: UInt16(clamping: from), to: UInt16(clamping: to), isPossible: isPossible == 1)
            }),
            let circles = readCircles(of: problems), let possibleCircles = readCircles(of: problems),
            let quality = list({ unpacker -> Standing.QualityFigure? in
                guard let test = unpacker.place(of: QualityLine.Test.self),
                    let area = unpacker.number(below: areas + 1),
                    let figure = unpacker.number(below: Int(Int16.max) + 2)
                else { return nil }
                return Standing.QualityFigure(
                    test: test, area: area == 0 ? nil : UInt16(clamping: area - 1),
                    thousandths: figure == 0 ? nil : Int16(clamping: figure - 1))
            })
        else { return nil }
        return Standing(
            answers: answers, evidence: evidence, tables: tables, conditions: conditions, models: models,
            signatures: signatures, grades: grades, factors: factors, problems: states, links: links,
            circles: circles, possibleCircles: possibleCircles, quality: quality)
    }

    private mutating func readCircles(of problems: Int) -> [[UInt16]]? {
        list { $0.list { $0.number(below: problems).map { UInt16(clamping: $0) } } }
    }
}

extension AnswerCode {
    /// Whether it can be the code of an answer to a question.
    fileprivate func fits(_ question: Question) -> Bool {
        guard let place else { return rawValue <= AnswerCode.yes.rawValue }
        return switch question.kind {
        case .rating(let rating): place <= rating.scale.levels.count
        case .choice(let options): place <= options.count
        case .yesNo, .choices, .number, .date, .text: false
        }
    }
}
