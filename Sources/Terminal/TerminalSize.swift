internal import CTerminal

/// The rows and columns of a terminal.
package struct TerminalSize: Equatable, Sendable {
    /// Its height, in rows.
    package var rows: Int

    /// Its width, in columns.
    package var columns: Int

    /// Makes a size; both are at least 1.
    package init(rows: Int, columns: Int) {
        self.rows = max(1, rows)
        self.columns = max(1, columns)
    }

    /// The size, now, of the terminal behind a descriptor, or nil when it is none or does not say.
    package init?(descriptor: Int32) {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard text_cells_terminal_size(descriptor, &rows, &columns) else { return nil }
        self.init(rows: Int(rows), columns: Int(columns))
    }
}
