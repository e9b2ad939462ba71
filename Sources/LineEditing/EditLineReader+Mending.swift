internal import CEditLine
internal import Glibc
internal import Terminal

extension EditLineReader {
    /// Mends what libedit may have drawn wrong, before the next key.
    ///
    /// - A change within a line of several rows makes it clear the row below the one that it has filled:
    ///   `re_update_line` clears to the end of the row after the cursor has wrapped.
    /// - In front of a wide character it inserts, and moves, a column off.
    ///
    /// What is typed or taken away at the end is drawn right. What cannot be mended: a change before a wide
    /// character at the right edge, of which libedit writes only the empty half and believes to be a row on.
    func mendDisplay() {
        guard let info = el_wline(editor)?.pointee, let start = info.buffer, let end = info.lastchar else {
            return
        }
        let line = UnsafeBufferPointer(start: start, count: end - start)
        let before = lineBefore
        let wasAtEnd = cursorWasAtEnd
        lineBefore = Array(line)
        cursorWasAtEnd = info.cursor == info.lastchar
        let isSame = sharesStart(line, before)
        if isSame, wasAtEnd, cursorWasAtEnd { return }
        let hasChanged = !isSame || line.count != before.count
        if hasWideCharacters(line) || hasWideCharacters(before)
            || hasChanged && (fillsRow(line) || fillsRow(before))
        {
            redrawLine()
        }
    }

    /// Whether one begins with the other. After every key, so it has to be quick on long lines.
    private func sharesStart(_ line: UnsafeBufferPointer<wchar_t>, _ before: [wchar_t]) -> Bool {
        let length = min(line.count, before.count)
        guard length > 0, let start = line.baseAddress else { return true }
        return memcmp(start, before, length * MemoryLayout<wchar_t>.stride) == 0
    }

    private func fillsRow(_ line: some Collection<wchar_t>) -> Bool {
        TextCells.width(of: prompt.visible) + line.count >= terminalSize.columns || line.contains(0x0A)
    }

    private func hasWideCharacters(_ line: some Collection<wchar_t>) -> Bool {
        line.contains { $0 >= TextCells.firstWide }
    }
}
