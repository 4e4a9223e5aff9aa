/// How far the overcloud is.
public enum OvercloudState: Sendable, Hashable, Codable {
    /// Not asked for yet: the undercloud itself comes first.
    case pending
    /// Every server has a machine, and deployment is under way.
    case accepted
    /// There are not machines enough; nothing was deployed.
    case refused(reason: String)
    /// Every server was up, and the endpoints are registered.
    case deployed
}
