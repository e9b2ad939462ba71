import Collation
import Conversation
import Reports
import SessionFiles
import Sessions

/// The tables of a region as files, written while the sessions are read and seen when all is done.
final class RegionTableFiles {
    private let audience: CollateCommand.TableAudience
    private let isReplacing: Bool
    private var full: [(table: RegionTables.Name, file: Draft)] = []
    private var sessions: [(start: [String], figures: SessionID)] = []
    private var cells: Draft?
    private let folder: String

    /// Begins the files that the audience may have.
    init(
        _ folder: String, audience: CollateCommand.TableAudience, replacing: Bool
    ) throws(CommandFault) {
        self.folder = folder
        self.audience = audience
        isReplacing = replacing
        switch audience {
        case .full:
            for table in RegionTables.Name.allCases {
                let file = try begin(table.rawValue)
                try append(table.header, to: file)
                full.append((table, file))
            }
        case .public: cells = try begin("cells")
        }
    }

    /// Adds the facts of a session, where the audience may have them.
    func add(
        _ name: String, _ figures: SessionFigures, _ index: InstrumentIndex
    ) throws(CommandFault) {
        guard !full.isEmpty else { return }
        sessions.append((RegionTables.start(of: name, figures), SessionID(figures)))
        for (table, file) in full where table != .sessions {
            try append(RegionTables.rows(of: table, name, figures, index), to: file)
        }
    }

    /// Adds what may be told, and which sessions count, and gives the files their names.
    func finish(_ picture: RegionPicture, _ questionnaires: [QuestionnaireReturns]) throws(CommandFault) {
        if let file = full.first(where: { $0.table == .sessions })?.file {
            // A copy of a session that counts does not count once more.
            var counted = Set(questionnaires.flatMap(\.figures).map(SessionID.init))
            let rows = sessions.map { ($0.start, counted.remove($0.figures) != nil) }
            try append(RegionTables.text(of: rows), to: file)
        }
        if let cells {
            try append(RegionCSV.text(of: picture, isForSpreadsheets: false), to: cells)
        }
        let (files, isReplacing) = (full.map(\.file) + [cells].compactMap(\.self), isReplacing)
        try attempt({ () throws(FileError) in
            // All of them are on the disk before the first has its name: a full disk leaves none.
            for file in files { try file.complete() }
            for file in files { try file.place(replacing: isReplacing) }
        }) { fault($0) }
    }

    private func begin(_ name: String) throws(CommandFault) -> Draft {
        let (path, isReplacing) = ("\(folder)/\(name).csv", isReplacing)
        return try attempt({ () throws(FileError) in try ReportFile.begin(path, replacing: isReplacing) }) {
            fault($0)
        }
    }

    private func append(_ text: String, to file: Draft) throws(CommandFault) {
        try attempt({ () throws(FileError) in try file.append(text.utf8) }) { fault($0) }
    }

    private func fault(_ error: FileError) -> CommandFault {
        .report(error.path, error.isNameTaken ? .exists : .failed(error))
    }
}

/// What tells a session from all others of a folder.
private struct SessionID: Hashable {
    private let session: String
    private let authority: String?
    private let instruments: String
    private let changed: Timestamp

    init(_ figures: SessionFigures) {
        session = figures.session
        authority = figures.authority
        instruments = figures.pins.key
        changed = figures.changed
    }
}
