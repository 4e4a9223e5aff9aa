import Hardware
import World

extension Conductor {
    /// Deletes all volumes.
    func deleteRAID(
        _ step: Step, _ progress: StepProgress, _ task: inout NodeTask
    ) async throws(ConductorError) -> StepOutcome {
        let (control, inventory) = try await raidInventory(step, task)
        try await delete(inventory.volumes, control, task)
        guard !inventory.volumes.isEmpty else {
            try await confirmRAID(step, &task)
            return .done
        }
        try await restart(&task, progress)
        return .waits(progress.expectsAgent ? .agent : .hardware)
    }

    /// Builds the volumes that are asked for, after deleting the old ones where that is asked too.
    func createRAID(
        _ step: Step, _ progress: StepProgress, _ task: inout NodeTask
    ) async throws(ConductorError) -> StepOutcome {
        let (control, inventory) = try await raidInventory(step, task)
        let wanted: RAIDConfiguration
        let requests: [RAIDVolumeRequest]
        let deletes: Bool
        do throws(RAIDRefusal) {
            wanted = try Self.wanted(step, task.node)
            deletes = try Self.deletesFirst(step)
            requests = try RAIDPlanner.requests(
                for: wanted, on: deletes ? inventory.withoutVolumes : inventory)
        } catch { throw .raid(task.node.name, error) }
        if deletes { try await delete(inventory.volumes, control, task) }
        for request in requests {
            try await task.controller.attempt("creating volume \(request.name)") {
                () async throws(BMCError) in try await control.createVolume(request)
            }
        }
        try await restart(&task, progress)
        return .waits(progress.expectsAgent ? .agent : .hardware)
    }

    /// Whether the volumes are as they were asked for.
    func lookAtRAID(
        _ step: Step, _ task: NodeTask
    ) async throws(ConductorError) -> DriverStep.Progress {
        let (_, inventory) = try await raidInventory(step, task)
        guard step.id != .deleteRAID else { return inventory.volumes.isEmpty ? .done : .underWay }
        do throws(RAIDRefusal) {
            let names = try Self.wanted(step, task.node).volumeNames
            let isDone = names.allSatisfy { name in
                inventory.volumes.contains { $0.name == name }
            }
            return isDone ? .done : .underWay
        } catch { throw .raid(task.node.name, error) }
    }

    /// Writes down what there is; the root device is the root volume from now on.
    func confirmRAID(_ step: Step, _ task: inout NodeTask) async throws(ConductorError) {
        let (_, inventory) = try await raidInventory(step, task)
        var root: RAIDVolumeName?
        if step.id != .deleteRAID {
            do { root = try Self.wanted(step, task.node).rootName } catch {
                throw .raid(task.node.name, error)
            }
        }
        let record = RAIDRecord(
            volumes: inventory.volumes,
            root: root.flatMap { name in inventory.volumes.first { $0.name == name } },
            seen: world.clock.wallTime)
        try await task.save { record.write(on: &$0) }
    }

    /// The configuration that a step builds: its own, or the node's target.
    static func wanted(
        _ step: Step, _ node: Node
    ) throws(RAIDRefusal) -> RAIDConfiguration {
        let configuration: RAIDConfiguration
        if step.id == .applyRAID {
            configuration = try RAIDConfiguration(step.arguments["raid_config"] ?? .null)
        } else {
            guard let target = node.raid?.target else { throw .noTarget }
            configuration = try target.choosing(RAIDChoice(step.arguments))
        }
        guard configuration.isSoftware == (step.place == .agent) else { throw .noController }
        if configuration.isSoftware {
            try configuration.checkSoftware(keeping: node.skippedDevices?.volumes ?? [])
        }
        return configuration
    }

    /// A deployment starts from nothing unless it is told otherwise.
    static func deletesFirst(_ step: Step) throws(RAIDRefusal) -> Bool {
        guard step.id == .applyRAID || step.arguments["delete_existing"] != nil else {
            return false
        }
        return try RAIDChoice.truth("delete_existing", step.arguments)
    }

    private func delete(
        _ volumes: [RAIDVolume], _ control: any RAIDControl, _ task: NodeTask
    ) async throws(ConductorError) {
        for volume in volumes {
            try await task.controller.attempt("deleting volume \(volume.name)") {
                () async throws(BMCError) in try await control.deleteVolume(volume.name)
            }
        }
    }

    private func raidInventory(
        _ step: Step, _ task: NodeTask
    ) async throws(ConductorError) -> (any RAIDControl, RAIDInventory) {
        guard let control = task.controller.bmc as? any RAIDControl else {
            throw .raid(task.node.name, .noController)
        }
        let inventory = try await task.controller.attempt("reading the RAID volumes") {
            () async throws(BMCError) in try await control.raidInventory()
        }
        return (control, inventory)
    }
}
