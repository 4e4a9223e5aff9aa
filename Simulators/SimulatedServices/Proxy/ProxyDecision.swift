/// Where a connection goes.
public enum ProxyDecision: Sendable, Hashable {
    case server(ServiceNode)
    /// Every server that is up has as many as it may.
    case queued
    /// No server is up: 503 Service Unavailable.
    case unavailable
}
