public import Hardware

/// What a scenario can have go wrong besides hardware: in the control plane, by people, by clocks.
public enum ControlFault: String, Sendable, Hashable, CaseIterable {
    case powerButton = "power-button"
    case maintenance
    case acceptance = "accept-machine"
    case processKill = "process-kill"
    case clockStep = "clock-step"
    case clockDrift = "clock-drift"

    /// What a scenario's `where` may name.
    public var places: String {
        switch self {
        case .powerButton: "machines: one, any, or those of a role, rack, feed or switch"
        case .maintenance, .acceptance: "nodes: one, any, or those of a role, rack, feed or switch"
        case .processKill: "the seed, the leader, a conductor, or the services on a machine"
        case .clockStep, .clockDrift:
            "clocks, by 'by': the seed's, the leader's, a conductor's, or a machine's"
        }
    }

    /// Where it was met in the field.
    public var report: FieldReport {
        switch self {
        case .powerButton:
            FieldReport(
                "A technician who was sent to switch off a server nobody needed pushed the button "
                    + "of one that hundreds worked with.",
                at: "https://www.infoworld.com/article/2606709/"
                    + "it-jobs-159408-avoid-a-tech-catastrophe-and-step-away-from-the-button.html")
        case .maintenance:
            FieldReport(
                "Operators take nodes out of a service's hands to look into them themselves.",
                at: "https://docs.openstack.org/ironic/latest/admin/troubleshooting.html")
        case .acceptance:
            FieldReport(
                "Nodes with bad benchmark results did their work as well as others, and people went"
                    + " on using them.",
                at: "https://github.com/scylladb/scylla-cluster-tests/issues/7468")
        case .processKill:
            FieldReport(
                "The kernel ended a process because memory had run out, and nothing noticed that "
                    + "it was gone.",
                at: "https://github.com/threefoldtech/zos/issues/1042")
        case .clockStep:
            FieldReport(
                "A server's clock jumped, the members of a cluster took each other for dead, and "
                    + "nobody could join it any more.",
                at: "https://github.com/forTEXT/catma/issues/232")
        case .clockDrift:
            FieldReport(
                "A node's clock had gone so far astray that its time daemon gave up on it.",
                at: "https://github.com/threefoldtech/zos/issues/2272")
        }
    }
}
