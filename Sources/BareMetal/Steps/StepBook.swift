/// All steps a conductor knows, and the plans that nobody asked for, made once.
struct StepBook: Sendable {
    let options: StepOptions
    let planner: StepPlanner
    private let softwareRAID: StepPlanner
    private let drivers: [DriverStep]
    private let automatedCleaning: StepPlan
    let deployment: StepPlan
    let verification: StepPlan

    init(_ options: StepOptions, _ drivers: [DriverStep]) {
        self.options = options
        self.drivers = drivers
        planner = Self.planner(options, drivers)
        var catalogue = planner.catalogue
        for (kind, definitions) in StepCatalogue.softwareRAID {
            for definition in definitions { catalogue.offer(definition, for: kind) }
        }
        softwareRAID = StepPlanner(catalogue, options)
        automatedCleaning = planner.automatedCleaning
        verification = planner.verification
        do { deployment = try planner.deployment() } catch {
            preconditionFailure("The drivers' own steps are beyond doubt: \(error)")
        }
    }

    func driver(of id: StepID, for kind: StepKind) -> DriverStep? {
        drivers.last { $0.definition.id == id && $0.kinds.contains(kind) }
    }

    /// Whose machine builds its RAID itself is offered the agent's steps in place of a
    /// controller's, and so is who is asked for a configuration of that kind.
    func planner(for node: Node, asked steps: [RequestedStep] = []) -> StepPlanner {
        node.hasSoftwareRAID || steps.contains(where: \.buildsSoftwareRAID)
            ? softwareRAID : planner
    }

    /// The cleaning that nobody asked for.
    func automatedCleaning(of node: Node) -> StepPlan {
        node.hasSoftwareRAID ? softwareRAID.automatedCleaning : automatedCleaning
    }

    private static func planner(
        _ options: StepOptions, _ drivers: [DriverStep]
    ) -> StepPlanner {
        var catalogue = StepCatalogue.standard
        for driver in drivers {
            for kind in driver.kinds { catalogue.offer(driver.definition, for: kind) }
        }
        return StepPlanner(catalogue, options)
    }
}

extension RequestedStep {
    /// Whether its own configuration is one that the machine's system builds.
    fileprivate var buildsSoftwareRAID: Bool {
        guard id == .applyRAID, let json = arguments["raid_config"] else { return false }
        return (try? RAIDConfiguration(json))?.isSoftware ?? false
    }
}
