/// Where a server stands.
public enum ServerState: String, Sendable, Hashable, Codable, CaseIterable {
    /// It needs a machine.
    case unplaced
    /// Its machine is being deployed.
    case deploying
    /// Its machine is deployed and starts its operating system.
    case starting
    /// Its operating system was heard from.
    case active
    /// It is being taken from a machine that failed it; it gets no other before that is certain.
    case evicting
    /// No machine is fit for it, or too many have failed it.
    case error
    /// Nobody wants it any more; its record goes when its machine is off for certain.
    case deleting
}
