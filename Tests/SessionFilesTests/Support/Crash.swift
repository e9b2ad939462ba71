import TestSupport

/// What a sync is for.
enum Sync: CaseIterable {
    /// A new journal's first event.
    case startFile
    /// A new journal's name.
    case startFolder
    /// An event.
    case append
    /// What another process left unsynced in a journal that is opened.
    case openingFile
    /// The name of a journal that is opened.
    case openingFolder
    /// An instrument.
    case instrumentFile
    /// An instrument's name.
    case instrumentFolder
    /// The copy of a torn tail.
    case tornFile
    /// The name of that copy.
    case tornFolder
    /// The name of a folder that was made.
    case madeFolder
    /// The cut after a failed append.
    case rollback
    /// The name of a journal that was written anew.
    case rewriteFolder
}

/// How a run ends before its time.
enum Crash {
    /// The process is killed; the system goes on and forgets nothing.
    case killed
    /// The power fails, and nothing is left that was not synced.
    case powerLoss
    /// The power fails; of what was not synced some is left, and the last write is torn anywhere.
    case powerLossByChance(SplitMix)
}

/// Works out what is left of a disk.
struct Remains {
    private let isKilled: Bool
    private var chance: SplitMix?
    private var done: [UInt64: MemoryDisk.Node] = [:]

    init(_ crash: Crash) {
        switch crash {
        case .killed:
            isKilled = true
        case .powerLoss:
            isKilled = false
        case .powerLossByChance(let random):
            isKilled = false
            chance = random
        }
    }

    mutating func node(of old: MemoryDisk.Node) -> MemoryDisk.Node {
        if let node = done[old.inode] { return node }
        let node = MemoryDisk.Node(inode: old.inode, isFolder: old.isFolder)
        done[old.inode] = node
        if isKilled {
            node.bytes = old.bytes
            node.durableBytes = old.durableBytes
            node.names = old.names.mapValues { self.node(of: $0) }
            node.durableNames = old.durableNames.mapValues { self.node(of: $0) }
            node.lastChange = nil
        } else {
            node.bytes = bytes(of: old)
            node.durableBytes = node.bytes
            node.names = names(of: old).mapValues { self.node(of: $0) }
            node.durableNames = node.names
        }
        return node
    }

    private mutating func names(of old: MemoryDisk.Node) -> [String: MemoryDisk.Node] {
        guard chance != nil else { return old.durableNames }
        var names = old.durableNames
        for name in Set(old.names.keys).union(names.keys).sorted() where chance?.coin() == true {
            names[name] = old.names[name]
        }
        return names
    }

    private mutating func bytes(of old: MemoryDisk.Node) -> [UInt8] {
        guard var random = chance, old.bytes != old.durableBytes else { return old.durableBytes }
        defer { chance = random }
        guard old.bytes.starts(with: old.durableBytes) else {
            return random.coin() ? old.bytes : old.durableBytes
        }
        let added = old.bytes.dropFirst(old.durableBytes.count)
        let kept = Int.random(in: 0...added.count, using: &random)
        // Some file systems give a file its new length before its new bytes.
        let zeros = random.coin() ? 0 : Int.random(in: 0...(added.count - kept), using: &random)
        return old.durableBytes + added.prefix(kept) + [UInt8](repeating: 0, count: zeros)
    }
}
