/// Names one transfer. Numbers are never used twice.
struct TransferNumber: Sendable, Hashable {
    let value: Int64
}
