@testable import SessionFiles
@testable import Sessions

/// A line of a journal with a body of one's own, as another version of Canary may have written it.
///
/// - Parameters:
///   - type: the event's type, known or not.
///   - body: the bytes of its body; nil for one that was removed.
///   - number: the event's number.
///   - before: the chain of the line above.
/// - Returns: the line with its line feed, and its chain.
func foreignLine(
    type: String, body: [UInt8]?, number: Int, after before: [UInt8]
) -> (bytes: [UInt8], chain: [UInt8]) {
    let salt = body == nil ? [] : [UInt8](repeating: 7, count: 16)
    let digest = JournalFormat.digest(salt: salt, body: (body ?? [])[...])
    let at = "\(Timestamp.noon(100_000))"
    let parts = ["\(number)", at, type].map { Array($0.utf8)[...] } + [digest[...]]
    let chain = JournalFormat.chain(before: before, parts)
    let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
    let line =
        #"{"n":\#(number),"at":"\#(at)","type":"\#(type)","salt":"\#(text(hexadecimal(salt)))","#
        + #""digest":"\#(text(digest))","chain":"\#(text(chain))","body":\#(text(body ?? Array("null".utf8)))}"#
    return (Array((line + "\n").utf8), chain)
}
