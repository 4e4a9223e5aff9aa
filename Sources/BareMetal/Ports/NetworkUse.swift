/// What an interface is plugged into a network for (Ironic's network types, whose VIFs a port
/// keeps apart). A node starts in one network at a time.
public enum NetworkUse: String, Sendable, Hashable, Codable, CaseIterable,
    CodingKeyRepresentable
{
    case cleaning, provisioning, rescuing, inspection, servicing
    /// The instance's own; last, because the others come before it while they last.
    case tenant

    /// The key of `internal_info` that Ironic keeps the VIF under.
    public var key: String { "\(rawValue)_vif_port_id" }

    /// The VIF that is in use: work under way goes before the instance.
    static func current(of vifs: [NetworkUse: VIF]) -> VIF? {
        for use in allCases { if let vif = vifs[use] { return vif } }
        return nil
    }
}
