public import Hardware
public import World

/// What the bare-metal service tells of its work.
public enum BareMetalEvent: JournalEvent {
    case provisionState(NodeName, from: ProvisionState, to: ProvisionState, reason: String?)
    case step(NodeName, StepName)
    /// Maintenance was set, or lifted.
    case maintenance(NodeName, Maintenance?)
    /// Work could not even be written off; the next conductor finds the node as it was left.
    case abandoned(NodeName, reason: String)
    /// A system that is to run no longer was asked to shut down, in place of a controller that
    /// does not switch it off.
    case askedToShutDown(NodeName)
    /// The node's record is gone.
    case deleted(NodeName)
    /// Its system was heard in another network than its switch ports were put into, so they were
    /// bound anew.
    case boundAnew(NodeName, found: VLAN, due: VLAN)
    /// Its system told of software RAID that is not whole, or that it is whole again.
    case softwareRAID(NodeName, [SoftwareRAIDCondition])
    /// What its ramdisk sent was taken over: by which rules, and what is not as it was.
    case inspected(NodeName, round: Int, rules: [String], differences: [String])
    /// What it last sent was taken over anew.
    case reapplied(NodeName, round: Int, rules: [String])

    public var kind: String {
        switch self {
        case .provisionState: "node.provision-state"
        case .step: "node.step"
        case .maintenance: "node.maintenance"
        case .abandoned: "node.abandoned"
        case .askedToShutDown: "node.asked-to-shut-down"
        case .deleted: "node.deleted"
        case .boundAnew: "node.bound-anew"
        case .softwareRAID: "node.software-raid"
        case .reapplied: "node.reapplied"
        case .inspected(_, _, _, let differences):
            differences.isEmpty ? "node.inspected" : "node.changed-hardware"
        }
    }

    public var subject: String {
        switch self {
        case .provisionState(let node, _, _, _), .step(let node, _), .maintenance(let node, _),
            .abandoned(let node, _), .askedToShutDown(let node), .deleted(let node),
            .boundAnew(let node, _, _), .softwareRAID(let node, _),
            .inspected(let node, _, _, _), .reapplied(let node, _, _):
            node.text
        }
    }

    public var fields: [JournalField] {
        switch self {
        case .provisionState(_, let from, let to, let reason):
            [JournalField("from", from.rawValue), JournalField("to", to.rawValue)]
                + (to.phase == .failed || to == .error || to == .enroll
                    ? reason.map { [JournalField("reason", $0)] } ?? [] : [])
        case .step(_, let step): [JournalField("step", step.text)]
        case .maintenance(_, let maintenance):
            [JournalField("reason", maintenance?.reason ?? "lifted")]
        case .abandoned(_, let reason): [JournalField("reason", reason)]
        case .askedToShutDown, .deleted: []
        case .boundAnew(_, let found, let due):
            [JournalField("found", found.rawValue), JournalField("due", due.rawValue)]
        case .softwareRAID(_, let conditions):
            [JournalField("condition", conditions.text)]
        case .reapplied(_, let round, let rules):
            [JournalField("round", String(round))] + rules.map { JournalField("rule", $0) }
        case .inspected(_, let round, let rules, let differences):
            [JournalField("round", String(round))]
                + rules.map { JournalField("rule", $0) }
                + differences.map { JournalField("difference", $0) }
        }
    }
}
