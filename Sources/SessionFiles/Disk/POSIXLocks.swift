import Glibc

// Who holds a lock, as Linux tells it: nothing is written down, so nothing can be out of date.
extension POSIXDisk {
    package func holder(of file: OpenFile) -> LockHolder? {
        guard let status = try? status(of: file), let locks = text(of: "/proc/locks") else { return nil }
        let inode = "\(status.identity.inode)"
        // 12: FLOCK  ADVISORY  WRITE 4711 fe:00:131072 0 EOF
        for line in locks.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count >= 6, words[1] == "FLOCK", words[3] == "WRITE",
                words[5].split(separator: ":").last.map(String.init) == inode,
                let process = Int32(words[4]), process > 0
            else { continue }
            return LockHolder(
                process: process,
                name: text(of: "/proc/\(process)/comm")?.split(separator: "\n").first.map(String.init),
                since: start(of: process))
        }
        return nil
    }

    /// When a process started, in milliseconds since 1970.
    private func start(of process: Int32) -> Int? {
        // The name stands in brackets and may hold anything; what follows is numbers.
        guard let stat = text(of: "/proc/\(process)/stat"), let end = stat.lastIndex(of: ")"),
            let machine = text(of: "/proc/stat")
        else { return nil }
        let fields = stat[end...].split(separator: " ").dropFirst()
        let boot = machine.split(separator: "\n").first { $0.hasPrefix("btime ") }?.split(separator: " ").last
        let perSecond = sysconf(Int32(_SC_CLK_TCK))
        guard fields.count > 20, let ticks = Int(fields[fields.startIndex + 19]), perSecond > 0,
            let boot = boot.flatMap({ Int($0) })
        else { return nil }
        return boot * 1_000 + ticks * 1_000 / perSecond
    }

    private func text(of path: String) -> String? {
        guard let file = try? open(path, for: .reading) else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        // Files of the system have no length, and cannot always be read at an offset.
        while bytes.count < 4_194_304, let more = try? read(file, at: bytes.count, upTo: 65_536),
            !more.isEmpty
        {
            bytes += more
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
