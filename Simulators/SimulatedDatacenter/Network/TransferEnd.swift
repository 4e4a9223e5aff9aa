/// How a transfer ended by itself.
enum TransferEnd: Sendable, Hashable {
    case complete
    /// Nothing moved for as long as its receiver was ready to wait.
    case stalled
}
