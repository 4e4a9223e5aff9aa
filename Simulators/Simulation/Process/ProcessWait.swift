/// One line of the answer to "who waits for what".
public struct ProcessWait: Sendable, CustomStringConvertible {
    /// The name of the process.
    public let process: String
    /// What it waits for.
    public let reason: WaitReason
    /// When the wait began.
    public let since: VirtualTime

    public var description: String { "\(process) \(reason), since \(since - .zero)" }
}
