import Hardware
import World

extension Conductor {
    /// Takes over a machine that runs its instance already: looks, and touches nothing.
    func adopt(_ task: inout NodeTask) async throws(ConductorError) {
        guard task.node.instance != nil else { throw .forbidden(task.node.name, .noInstance) }
        let power = try await task.controller.powerState()
        try await task.finish(.done, .done) {
            $0.powerState = power
            $0.lastError = nil
            $0.failures = 0
        }
    }

    /// Starts the instance again in place of the rescue ramdisk.
    func unrescue(_ task: inout NodeTask) async throws(ConductorError) {
        let addresses = task.node.addresses
        try await startInstance(&task)
        try await task.finish(.done, .done) {
            $0.rescuePassword = nil
            $0.lastError = nil
            $0.failures = 0
        } alongside: {
            network.dismiss(addresses, in: &$0)
        }
    }

    /// Clears away what aborted work left on the machine.
    ///
    /// The ramdisk was dismissed when the abort was written down; here the machine stops running
    /// it. A node in use gets its instance back.
    func clearAway(_ task: inout NodeTask) async throws(ConductorError) {
        let verb: ProvisionVerb = .abort
        switch task.node.provisionState {
        case .serviceFailed:
            try await startInstance(&task)
            try await task.finish(.verb(verb), .done) {
                $0.lastError = nil
                $0.failures = 0
            }
        case .rescueFailed:
            try await task.stop()
            try await task.controller.setBoot(BootOverride(.disk, .persistent))
            if task.node.offSwitch == .disabled { try await task.putDown() }
            try await task.finishAtOnce()
        default:
            try await task.putDown()
            try await task.finishAtOnce()
        }
    }

    /// Switches the machine off, and on again with its own disk.
    func startInstance(_ task: inout NodeTask) async throws(ConductorError) {
        try await task.stop()
        try await joinTenantNetwork(&task)
        try await prepareInstanceBoot(&task)
        try await task.start()
    }
}
