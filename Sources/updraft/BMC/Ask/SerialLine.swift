/// A machine's serial console, however it is reached.
struct SerialLine: Sendable {
    /// Whether somebody else who has the console loses it.
    enum Takeover: Sendable {
        case yes, no
    }

    /// What the machine writes; ends when the console does.
    let output: AsyncStream<[UInt8]>
    let type: @Sendable ([UInt8]) async -> Void
    let close: @Sendable () async -> Void
}
