internal import CWorkbookLibraries
import Escaping
internal import Glibc

extension Workbook {
    /// The workbook as the bytes of an XLSX file.
    ///
    /// It is made in memory: what it holds is in no file before the caller writes one.
    ///
    /// - Throws: why there is none.
    package func bytes() throws(WorkbookFault) -> [UInt8] {
        guard workbook_can_write() != 0, workbook_can_read() != 0 else { throw .noLibrary }
        let file = workbook_memory_file()
        guard file >= 0 else { throw .memory(code: errno) }
        defer { close(file) }
        try Self.silently { () throws(WorkbookFault) in try write(to: "/proc/self/fd/\(file)") }
        let size = Int(lseek(file, 0, SEEK_END))
        guard size > 0, lseek(file, 0, SEEK_SET) == 0 else { throw .memory(code: errno) }
        var bytes = [UInt8](repeating: 0, count: size)
        var count = 0
        while count < size {
            let more = bytes.withUnsafeMutableBytes { buffer in
                read(file, buffer.baseAddress.map { $0 + count }, size - count)
            }
            guard more > 0 else { throw .memory(code: errno) }
            count += more
        }
        guard isWhole(bytes) else { throw .incomplete }
        return bytes
    }

    /// Whether every part can be read to its end: the library does not look whether its own drafts were written.
    private func isWhole(_ bytes: [UInt8]) -> Bool {
        var parts = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
        parts += ["xl/styles.xml", "xl/theme/theme1.xml", "docProps/core.xml", "docProps/app.xml"]
        parts += sheets.indices.map { "xl/worksheets/sheet\($0 + 1).xml" }
        do throws(WorkbookReadFault) {
            let archive = try Archive(bytes)
            if archive.holds("xl/sharedStrings.xml") { parts.append("xl/sharedStrings.xml") }
            for part in parts { try XMLReader.read(try archive.part(part)) { _ in } }
            return true
        } catch {
            return false
        }
    }

    /// Does something while standard error leads nowhere: the library says there what it throws.
    private static func silently(_ body: () throws(WorkbookFault) -> Void) throws(WorkbookFault) {
        let saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        if saved >= 0, nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
        if nowhere >= 0 { close(nowhere) }
        defer {
            if saved >= 0 {
                dup2(saved, STDERR_FILENO)
                close(saved)
            }
        }
        try body()
    }

    private func write(to path: String) throws(WorkbookFault) {
        // The library's own drafts stay in memory, too.
        let drafts = strdup("/dev/shm")
        defer { free(drafts) }
        var options = lxw_workbook_options()
        options.tmpdir = drafts
        guard let book = workbook_new_opt(path, &options) else { throw .writer(code: 0) }
        let styles = Styles(book)
        setProperties(of: book)
        var refused = LXW_NO_ERROR
        for sheet in sheets {
            guard let target = workbook_add_worksheet(book, sheet.name) else {
                refused = LXW_ERROR_PARAMETER_VALIDATION
                continue
            }
            let code = sheet.write(to: target, styles, header: header, footer: footer)
            if code != LXW_NO_ERROR { refused = code }
        }
        let code = workbook_close(book)
        guard code == LXW_NO_ERROR else { throw .writer(code: Int32(code.rawValue)) }
        guard refused == LXW_NO_ERROR else { throw .writer(code: Int32(refused.rawValue)) }
    }

    private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>) {
        let title = strdup(title)
        defer { free(title) }
        var properties = lxw_doc_properties()
        properties.title = title
        properties.created = created
        workbook_set_properties(book, &properties)
    }

    /// How cells look; the library owns them.
    fileprivate struct Styles {
        let heading: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let open: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            heading = workbook_add_format(book)
            text = workbook_add_format(book)
            open = workbook_add_format(book)
            for format in [heading, text, open] {
                format_set_text_wrap(format)
                format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            }
            format_set_bold(heading)
            format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_unlocked(open)
            format_set_border(open, UInt8(LXW_BORDER_THIN.rawValue))
        }
    }
}

extension Workbook.Sheet {
    /// Writes the cells; says what the library refused, such as a text that is too long.
    fileprivate func write(
        to sheet: UnsafeMutablePointer<lxw_worksheet>, _ styles: Workbook.Styles, header: String,
        footer: String
    ) -> lxw_error {
        var refused = LXW_NO_ERROR
        for (column, width) in widths.enumerated() {
            worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil)
        }
        for (number, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() {
                let place = (lxw_row_t(number), lxw_col_t(column))
                let code =
                    switch cell {
                    case .heading(let text):
                        worksheet_write_string(
                            sheet, place.0, place.1, WorkbookText.escaped(text), styles.heading)
                    case .text(let text):
                        worksheet_write_string(
                            sheet, place.0, place.1, WorkbookText.escaped(text), styles.text)
                    case .number(let number):
                        worksheet_write_number(sheet, place.0, place.1, Double(number), styles.text)
                    case .open: worksheet_write_blank(sheet, place.0, place.1, styles.open)
                    case .empty: LXW_NO_ERROR
                    }
                if code != LXW_NO_ERROR { refused = code }
            }
        }
        for choice in choices { choice.write(to: sheet) }
        if let code = setColumnHeads(of: sheet), code != LXW_NO_ERROR { refused = code }
        let code = worksheet_set_footer(sheet, "&L\(footer.replacing("&", with: "&&"))&R&P / &N")
        if code != LXW_NO_ERROR { refused = code }
        if !header.isEmpty {
            let code = worksheet_set_header(sheet, "&C&B\(header.replacing("&", with: "&&"))")
            if code != LXW_NO_ERROR { refused = code }
        }
        var allowed = lxw_protection()
        allowed.autofilter = 1
        allowed.format_columns = 1
        allowed.format_rows = 1
        worksheet_protect(sheet, nil, &allowed)
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        if isHidden { worksheet_hide(sheet) }
        return refused
    }
}

extension Workbook.Sheet {
    /// Keeps the heads of the columns in sight and on every page, and lets them choose rows; nil where there are none.
    private func setColumnHeads(of sheet: UnsafeMutablePointer<lxw_worksheet>) -> lxw_error? {
        guard frozenRows > 0, !widths.isEmpty else { return nil }
        let head = lxw_row_t(frozenRows - 1)
        worksheet_freeze_panes(sheet, head + 1, 0)
        let code = worksheet_repeat_rows(sheet, head, head)
        guard code == LXW_NO_ERROR, rows.count > frozenRows else { return code }
        return worksheet_autofilter(
            sheet, head, 0, lxw_row_t(rows.count - 1), lxw_col_t(widths.count - 1))
    }
}

extension Workbook.Choice {
    fileprivate func write(to sheet: UnsafeMutablePointer<lxw_worksheet>) {
        let texts = values.map { strdup($0) }
        defer { texts.forEach { free($0) } }
        var list: [UnsafeMutablePointer<CChar>?] = texts + [nil]
        list.withUnsafeMutableBufferPointer { buffer in
            var rule = lxw_data_validation()
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            rule.value_list = buffer.baseAddress
            worksheet_data_validation_cell(sheet, lxw_row_t(row), lxw_col_t(column), &rule)
        }
    }
}
