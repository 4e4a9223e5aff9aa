/// A machine's processors.
public struct ProcessorFacts: Sendable, Hashable, Codable {
    /// Logical processors, over all sockets.
    public let count: Int
    public let architecture: Architecture
    public let model: String

    public init(count: Int, architecture: Architecture, model: String) {
        self.count = count
        self.architecture = architecture
        self.model = model
    }
}
