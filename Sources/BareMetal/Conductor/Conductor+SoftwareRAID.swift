import Hardware
import NodeAgent
import World

extension Conductor {
    /// What an agent is to build for a step; nil for a step that builds no RAID.
    func softwareRAID(
        of step: Step, _ node: Node
    ) throws(ConductorError) -> RAIDConfiguration? {
        guard step.id == .createRAID || step.id == .applyRAID else { return nil }
        do { return try Self.wanted(step, node) } catch { throw .raid(node.name, error) }
    }

    /// What an agent is told to do for a step that changes RAID; nil for any other step.
    func softwareRAIDWork(of step: Step, on node: Node) throws(ConductorError) -> AgentWork? {
        if step.id == .deleteRAID { return .deleteSoftwareRAID(sparing: node.skippedDevices) }
        var wanted = node.step?.raid
        if wanted == nil { wanted = try softwareRAID(of: step, node) }
        guard let wanted else { return nil }
        do throws(RAIDRefusal) {
            let existing: SoftwareRAIDOrder.Existing =
                try Self.deletesFirst(step) ? .goes : .stays
            return .createSoftwareRAID(node.softwareRAIDOrder(wanted, existing: existing))
        } catch { throw .raid(node.name, error) }
    }

    /// Writes down what an agent's step has made of a machine's RAID.
    func recordSoftwareRAID(
        _ step: Step, _ progress: StepProgress, _ task: inout NodeTask
    ) async throws(ConductorError) {
        let now = world.clock.wallTime
        switch step.id {
        case .createRAID, .applyRAID:
            guard let built = progress.raid else { return }
            try await task.save { $0.recordSoftwareRAID(built, at: now) }
        case .deleteRAID: try await task.save { $0.forgetSoftwareRAID() }
        default: break
        }
    }
}
