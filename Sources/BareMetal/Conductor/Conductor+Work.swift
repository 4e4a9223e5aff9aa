import Hardware
import NodeAgent
import World

extension Conductor {
    /// What a ramdisk is started to tell.
    enum RamdiskReport {
        case inventory
        case heartbeats
    }

    /// Finds out whether the controller can be driven at all (Ironic's verifying).
    func manage(_ task: inout NodeTask) async throws(ConductorError) {
        // From a failed or an unavailable node `manage` only changes the state.
        guard task.node.provisionState == .verifying else {
            return try await task.finishAtOnce()
        }
        let controller = task.controller
        let power = try await controller.powerState()
        let serial = try await controller.serialNumber()
        try await takeVerifySteps(&task)
        try await task.finish(.done, .done) {
            $0.powerState = power
            $0.controllerSerial = serial
            $0.lastError = nil
            $0.failures = 0
        }
    }

    /// Starts the machine from the network and leaves the node waiting for its agent.
    func startRamdisk(
        _ task: inout NodeTask, reporting report: RamdiskReport
    ) async throws(ConductorError) {
        try await bootRamdisk(&task, reporting: report)
        try await task.handOver()
    }

    /// Starts the machine from the network.
    func bootRamdisk(
        _ task: inout NodeTask, reporting report: RamdiskReport
    ) async throws(ConductorError) {
        try await task.stop()
        try await task.controller.setBoot(BootOverride(.network, .once))
        let files = bootFiles(reporting: report)
        let (node, way) = (task.node, try await wayToRamdisk(of: task.node))
        try await task.save(alongside: {
            network.admit(way.addresses, files: files, to: way.vlan, in: &$0)
            if way.bound.isEmpty { release(node, in: &$0) }
            network.bind(way.bound, to: way.vlan, in: &$0)
        })
        try await task.start()
    }

    private func bootFiles(reporting report: RamdiskReport) -> BootFiles {
        var arguments = [BootArgument.api: service.text]
        if report == .inventory {
            arguments[BootArgument.inspection] = service.text
            arguments.merge(options.introspection?.arguments ?? [:]) { own, _ in own }
        }
        return BootFiles(kernel: images.kernel, ramdisk: images.ramdisk, arguments: arguments)
    }

    /// Takes the node from its owner, then cleans it.
    func tearDown(_ task: inout NodeTask) async throws(ConductorError) {
        try await stopAnyhow(&task)
        let node = task.node
        let unplugged = try await unplugging(task.node)
        let next: ProvisionState
        do {
            next = try ProvisionTable.next(from: task.node.provisionState, on: .event(.clean))
        } catch { throw .refused(error) }
        try await task.save {
            $0.provisionState = next
            $0.vacate()
            $0.rescuePassword = nil
            $0.step = nil
            $0.requestedSteps = nil
        } alongside: {
            network.dismiss(node.addresses, in: &$0)
            release(node, in: &$0)
            if node.storageInterface != .noop {
                network.withdrawVolume(from: node.addresses, in: &$0)
            }
            unplugged.put(in: &$0)
        }
        try await startSteps(&task)
    }

    /// Writes down that the work failed and why, and leaves the machine safe.
    ///
    /// Whoever lost the right to act leaves everything as it is: the next conductor cleans up. An
    /// error of the store does not say what was written, so the node is read first: a machine whose
    /// lock was given back is no longer this task's to switch off.
    func fail(_ task: inout NodeTask, because error: ConductorError) async {
        guard !error.endsAuthority else { return }
        let reason = await explain(error, on: task.node)
        do throws(ConductorError) {
            guard try await task.refresh() else { return }
            guard task.node.provisionState.isTransient else {
                return try await settle(&task, because: reason)
            }
            // A machine that failed to clean is left as it is, for somebody to look into.
            // One that was not ours yet, or carries an instance, is not ours to switch off.
            let leavesMachineOn: [ProvisionState] = [
                .cleaning, .verifying, .deleting, .adopting, .unrescuing, .servicing,
            ]
            if !leavesMachineOn.contains(task.node.provisionState) {
                await task.switchOffInPassing()
            }
            try await task.failWork(because: reason)
        } catch {
            world.journal.record(BareMetalEvent.abandoned(task.node.name, reason: "\(error)"))
        }
    }
}
