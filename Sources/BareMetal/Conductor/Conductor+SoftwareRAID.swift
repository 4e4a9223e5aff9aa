import World

extension Conductor {
    /// Writes down what an agent's step has made of a machine's RAID.
    func recordSoftwareRAID(_ step: Step, _ task: inout NodeTask) async throws(ConductorError) {
        let now = world.clock.wallTime
        switch step.id {
        case .createRAID:
            let built: RAIDConfiguration
            do { built = try Self.wanted(step, task.node) } catch {
                throw .raid(task.node.name, error)
            }
            try await task.save { $0.recordSoftwareRAID(built, at: now) }
        case .deleteRAID: try await task.save { $0.forgetSoftwareRAID(at: now) }
        default: break
        }
    }
}
