import Foundation
import TestSupport
import Testing

/// Visits that are written down, each played in a wide, a narrow and a plain terminal.
@Suite struct `A visit` {
    @Test(arguments: Transcript.names, Transcript.Setting.all)
    func `goes as it is written`(name: String, setting: Transcript.Setting) throws {
        try Transcript(name).play(in: setting)
    }
}
