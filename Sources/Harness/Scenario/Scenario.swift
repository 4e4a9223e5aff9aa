public import BareMetal
public import Hardware
public import Plans
public import Undercloud

/// One question to the whole system: hardware, a cloud, what goes wrong, and what must come of it.
///
/// A scenario with faults drawn "anywhere" is a family of runs: the seed chooses one.
public struct Scenario: Sendable, Hashable {
    public let name: ScenarioName
    /// The file as its reader was given it, for the replay line.
    public let file: String
    public let hardware: ScenarioHardware
    public let datacenter: DatacenterDescription
    public let cloud: CloudPlan
    /// What the overcloud is made of where it is a stack of templates; the plan has no roles then.
    public let overcloud: CloudTemplate?
    /// Steps that the deployments of some flavors have besides the usual ones.
    public let templates: [DeployTemplate]
    public let seedShutdown: SeedShutdown
    public let faults: [ScenarioFault]
    public let weather: [Weather]
    /// Fault sites of the control plane's own code that fail now and then.
    public let codeFaults: [CodeFault]
    public let expectation: Expectation
    /// Events without which a run has not asked the scenario's question.
    public let asks: [AskedEvent]
    /// Only in negative scenarios: such a run passes when the checker, and nothing else, reports.
    public let plantedBug: PlantedBug?
    public let limits: ScenarioLimits
    /// What a search may do to it.
    public let exploration: Exploration
    /// What is no mistake, but not what the file's author may think either.
    public let notices: [InputProblem]
}
