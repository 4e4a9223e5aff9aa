/// Whether an instance of a service would serve a call, as its health check says.
public enum ServiceHealth: Sendable, Hashable {
    case serving
    /// It runs and refuses calls; why.
    case refusing(String)
    case down
}
