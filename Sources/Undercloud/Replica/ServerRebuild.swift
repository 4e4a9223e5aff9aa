public import Hardware
public import Plans
public import World

/// "Write this server's image anew, on the machine it has" (Nova's `POST /servers/{id}/action` with
/// `rebuild`). It may be sent any number of times under one identifier.
public struct ServerRebuild: NetworkRequest {
    public static let name = "server-rebuild"

    public let server: ServerName
    public let id: Identifier
    public let ephemeral: EphemeralPartition

    public init(of server: ServerName, id: Identifier, ephemeral: EphemeralPartition) {
        self.server = server
        self.id = id
        self.ephemeral = ephemeral
    }

    public struct Reply: Codable, Sendable {
        public init() {}
    }
}
