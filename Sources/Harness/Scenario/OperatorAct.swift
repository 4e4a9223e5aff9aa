/// What a person does to machines and nodes that the services have not asked for.
public enum OperatorAct: String, Sendable, Hashable, CaseIterable {
    /// The button at a machine's front is pressed: a machine that is on goes off, one that is off
    /// comes on. At the end of the fault it is pressed again.
    case powerButton = "power-button"
    /// The node is set aside (Ironic's maintenance). At the end of the fault it is taken back.
    case maintenance
    /// A machine that benchmarks speak against is taken all the same. At the end of the fault the
    /// word is taken back.
    case acceptance = "accept-machine"
}
