public import Hardware

/// A memory module as firmware tells of it.
public struct MemoryModule: Sendable, Hashable {
    /// What the `hardware` tool calls it: `bank:0`.
    public let bank: String
    /// What is printed beside its slot on the board.
    public let slot: String
    public let size: ByteCount
}
