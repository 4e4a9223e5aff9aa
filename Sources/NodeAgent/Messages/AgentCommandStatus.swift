public import World

/// How a command stands.
public struct AgentCommandStatus: Codable, Sendable, Hashable {
    public enum Progress: Codable, Sendable, Hashable {
        case running
        case succeeded
        case failed(reason: String)
    }

    public let id: Identifier
    public let progress: Progress

    public init(id: Identifier, progress: Progress) {
        self.id = id
        self.progress = progress
    }
}
