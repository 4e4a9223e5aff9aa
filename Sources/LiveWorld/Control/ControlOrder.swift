/// What somebody on this host asks of a running program.
public struct ControlOrder: Sendable {
    let number: Int
    public let text: String
}
