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
            return try await finishAtOnce(&task)
        }
        let power = try await controller(of: task.node).powerState()
        try await task.finish(.done, .done) {
            $0.powerState = power
            $0.lastError = nil
            $0.failures = 0
        }
    }

    private func finishAtOnce(_ task: inout NodeTask) async throws(ConductorError) {
        var closed = task.node.intent
        closed?.outcome = .done
        try await task.save {
            $0.reservation = nil
            $0.intent = nil
            // A person, or whoever acts for one, has looked.
            if $0.maintenance?.fault == .cleanFailure { $0.maintenance = nil }
        } alongside: { transaction in
            if let closed { transaction.put(closed) }
        }
    }

    /// Starts the machine from the network and leaves the node waiting for its agent.
    func startRamdisk(
        _ task: inout NodeTask, reporting report: RamdiskReport
    ) async throws(ConductorError) {
        try await task.reach(.off)
        try await controller(of: task.node).setBoot(BootOverride(.network, .once))
        let files = bootFiles(reporting: report)
        let addresses = task.node.addresses
        try await task.save(alongside: { network.admit(addresses, files: files, in: &$0) })
        try await task.reach(.on)
        try await task.handOver()
    }

    private func bootFiles(reporting report: RamdiskReport) -> BootFiles {
        var arguments = [BootArgument.api: service.text]
        if report == .inventory { arguments[BootArgument.inspection] = service.text }
        return BootFiles(kernel: images.kernel, ramdisk: images.ramdisk, arguments: arguments)
    }

    /// Takes the node from its owner, then cleans it.
    func tearDown(_ task: inout NodeTask) async throws(ConductorError) {
        try await task.reach(.off)
        let addresses = task.node.addresses
        let next: ProvisionState
        do {
            next = try ProvisionTable.next(from: task.node.provisionState, on: .event(.clean))
        } catch { throw .refused(error) }
        try await task.save {
            $0.provisionState = next
            $0.instance = nil
        } alongside: {
            network.dismiss(addresses, in: &$0)
        }
        try await startRamdisk(&task, reporting: .heartbeats)
    }

    /// Writes down that the work failed and why, and leaves the machine safe.
    ///
    /// Whoever lost the right to act leaves everything as it is: the next conductor cleans up.
    func fail(_ task: inout NodeTask, because error: ConductorError) async {
        guard !error.endsAuthority else { return }
        let isCleaning = task.node.provisionState == .cleaning
        // A machine that failed to clean is left as it is, for somebody to look into.
        let leavesMachineOn =
            isCleaning || [.verifying, .deleting].contains(task.node.provisionState)
        if !leavesMachineOn { try? await task.reach(.off) }
        let reason = error.description
        let addresses = task.node.addresses
        do throws(ConductorError) {
            try await task.finish(.fail, .failed(reason: reason)) {
                $0.lastError = reason
                $0.failures += 1
                // What is on its disks is unknown, so nobody gets it until somebody has looked.
                if isCleaning { $0.maintenance = Maintenance(reason: reason, fault: .cleanFailure) }
            } alongside: { transaction in
                network.dismiss(addresses, in: &transaction)
            }
        } catch {
            world.journal.record(BareMetalEvent.abandoned(task.node.name, reason: "\(error)"))
        }
    }
}
