public import BareMetal

/// Where a scenario's machines come from.
public enum ScenarioHardware: Sendable, Hashable {
    /// An operator's inventory file.
    case inventory(Inventory)
    /// Machines made up for the scenario.
    case machines([MachineGroup])
}
