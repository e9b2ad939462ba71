internal import CWorkbookLibraries

/// The parts of a ZIP archive in memory; how much is unpacked has a limit.
final class Archive {
    /// The most bytes that are unpacked of one part, and of all together.
    private static let (largestPart, largest) = (16 * 1_024 * 1_024, 48 * 1_024 * 1_024)

    private let bytes: UnsafeMutableRawBufferPointer
    private let archive: OpaquePointer
    private var unpacked = 0

    /// Opens an archive.
    init(_ bytes: [UInt8]) throws(WorkbookReadFault) {
        guard workbook_can_read() != 0 else { throw .noLibrary }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        copy.copyBytes(from: bytes)
        guard let source = zip_source_buffer_create(copy.baseAddress, zip_uint64_t(bytes.count), 0, nil)
        else {
            copy.deallocate()
            throw .damaged
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            copy.deallocate()
            throw .damaged
        }
        self.bytes = copy
        self.archive = archive
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }

    /// Whether there is a part of that name.
    func holds(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

    /// A part, unpacked; its checksum is right.
    func part(_ name: String) throws(WorkbookReadFault) -> [UInt8] {
        let index = zip_name_locate(archive, name, 0)
        guard index >= 0 else { throw .missing(name) }
        guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { throw .damaged }
        defer { zip_fclose(file) }
        // What the archive says of the size is not trusted.
        var contents: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while true {
            let count = zip_fread(file, &buffer, zip_uint64_t(buffer.count))
            guard count >= 0 else { throw .damaged }
            if count == 0 { return contents }
            contents += buffer.prefix(Int(count))
            unpacked += Int(count)
            guard contents.count <= Self.largestPart, unpacked <= Self.largest else { throw .tooLarge }
        }
    }
}
