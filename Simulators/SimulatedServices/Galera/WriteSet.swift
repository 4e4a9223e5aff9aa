/// What one transaction changes, as it is sent to all members.
public struct WriteSet: Sendable, Hashable {
    public struct ID: Sendable, Hashable {
        let node: ServiceNode
        let run: Int
        let number: Int
    }

    public let id: ID
    /// The row it writes; `nil` for a read that waits for its place in the order.
    public let key: String?
    public let value: String?
    /// The last write set that the transaction had seen when it began.
    public let seen: Int
}
