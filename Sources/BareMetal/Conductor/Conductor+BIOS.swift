import Hardware
import World

extension Conductor {
    /// Asks for settings and restarts the machine, which takes them over.
    func applyBIOS(
        _ step: Step, _ progress: StepProgress, _ task: inout NodeTask
    ) async throws(ConductorError) -> StepOutcome {
        let control = try biosControl(step, task)
        let found = try await task.controller.attempt("reading the firmware's settings") {
            () async throws(BMCError) in try await control.biosSettings()
        }
        let changes: [BIOSAssignment]
        do throws(BIOSRequest.Refusal) {
            changes = try BIOSRequest(step.arguments["settings"] ?? .null).changes(to: found)
        } catch { throw .stepFailed(step.name, reason: error.description) }
        guard !changes.isEmpty else {
            try await record(found, &task)
            return .done
        }
        try await task.controller.attempt("setting the firmware's settings") {
            () async throws(BMCError) in try await control.setBIOSSettings(changes)
        }
        try await restart(&task, progress)
        return .waits(progress.expectsAgent ? .agent : .hardware)
    }

    func resetBIOS(
        _ step: Step, _ progress: StepProgress, _ task: inout NodeTask
    ) async throws(ConductorError) -> StepOutcome {
        let control = try biosControl(step, task)
        try await task.controller.attempt("resetting the firmware's settings") {
            () async throws(BMCError) in try await control.resetBIOSSettings()
        }
        try await restart(&task, progress)
        return .waits(progress.expectsAgent ? .agent : .hardware)
    }

    /// Whether the firmware has taken over all it was asked for.
    func lookAtBIOS(
        _ step: Step, _ task: NodeTask
    ) async throws(ConductorError) -> DriverStep.Progress {
        let control = try biosControl(step, task)
        let pending = try await task.controller.attempt("asking what the firmware has pending") {
            () async throws(BMCError) in try await control.pendingBIOSSettings()
        }
        return pending.isEmpty ? .done : .underWay
    }

    /// Sees that the settings have the values asked for, and writes all of them down. Firmware that
    /// says it took a value over may have dropped it.
    func confirmBIOS(_ step: Step, _ task: inout NodeTask) async throws(ConductorError) {
        let control = try biosControl(step, task)
        let found = try await task.controller.attempt("reading the firmware's settings") {
            () async throws(BMCError) in try await control.biosSettings()
        }
        try await record(found, &task)
        guard step.id == .applyBIOS else { return }
        let left: [BIOSAssignment]
        do throws(BIOSRequest.Refusal) {
            left = try BIOSRequest(step.arguments["settings"] ?? .null).changes(to: found)
        } catch { throw .stepFailed(step.name, reason: error.description) }
        guard left.isEmpty else {
            let names = left.map(\.name.text).joined(separator: ", ")
            throw .stepFailed(step.name, reason: "the firmware did not take over: \(names)")
        }
    }

    private func record(
        _ settings: [BIOSSetting], _ task: inout NodeTask
    ) async throws(ConductorError) {
        let id = task.node.id
        let known = try await patiently { () throws(StoreError) in
            try await store.get(NodeBIOS.self, id)?.document
        }
        var bios = known ?? NodeBIOS(node: task.node.name, settings: settings)
        bios.update(settings, at: world.clock.wallTime)
        try await task.save(alongside: { $0.put(bios) })
    }

    private func biosControl(
        _ step: Step, _ task: NodeTask
    ) throws(ConductorError) -> any BIOSControl {
        guard let control = task.controller.bmc as? any BIOSControl else {
            throw .stepFailed(
                step.name, reason: "the machine's controller changes no firmware settings")
        }
        return control
    }
}
