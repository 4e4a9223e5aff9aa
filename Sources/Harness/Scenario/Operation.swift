public import Hardware

/// What a scenario's operator asks the cloud for while it runs.
public enum Operation: Sendable, Hashable {
    /// That servers are rebuilt on the machines they have.
    case rebuild(EphemeralPartition)

    static let names = ["rebuild"]

    /// The operation's name in scenario files.
    public var name: String {
        switch self {
        case .rebuild: "rebuild"
        }
    }
}
