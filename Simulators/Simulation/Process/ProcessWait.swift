/// One line of the answer to "who waits for what".
public struct ProcessWait: Sendable, CustomStringConvertible {
    public let process: String
    public let reason: WaitReason
    public let since: VirtualTime

    public var description: String { "\(process) \(reason), since \(since - .zero)" }
}
