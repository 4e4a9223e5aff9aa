/// One command on its way through a controller.
struct CommandCall {
    let command: Command
    /// What follows the command's number.
    let data: ArraySlice<UInt8>
    /// Index into the session table; nil outside any session.
    let session: Int?
    /// Whether it came in an IPMI 2.0 packet.
    let isCurrent: Bool
    let peer: DatagramPeer
    let now: Duration

    /// The request's bytes.
    ///
    /// - Throws: C7h for another number of them.
    func bytes(_ count: ClosedRange<Int>) throws(CompletionCode) -> [UInt8] {
        guard count.contains(data.count) else { throw .requestLength }
        return Array(data)
    }

    func bytes(_ count: Int) throws(CompletionCode) -> [UInt8] { try bytes(count...count) }

    func bytes(_ count: PartialRangeFrom<Int>) throws(CompletionCode) -> [UInt8] {
        guard data.count >= count.lowerBound else { throw .requestLength }
        return Array(data)
    }

    func empty() throws(CompletionCode) {
        guard data.isEmpty else { throw .requestLength }
    }
}
