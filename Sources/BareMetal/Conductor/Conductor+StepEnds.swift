import Hardware
import World

extension Conductor {
    /// What the last error says after an abort.
    static func abortReason(after step: Step?) -> String {
        let reason = "it was aborted by request"
        return step.map { "\(reason) during or after step \($0.id)" } ?? reason
    }

    /// Ends work whose abort had to wait for the end of a step.
    func abort(after step: Step, _ task: inout NodeTask) async throws(ConductorError) {
        if task.node.provisionState.phase == .waiting { try await task.move(.resume) }
        try await endAborted(&task, because: Self.abortReason(after: step))
    }

    /// Clears away what aborted work left: the ramdisk goes, and a node in use gets its instance
    /// back.
    func endAborted(
        _ task: inout NodeTask, because reason: String
    ) async throws(ConductorError) {
        guard task.node.provisionState == .servicing else {
            try await task.putDown()
            return try await task.finishSteps(.fail, .failed(reason: reason)) {
                $0.lastError = reason
            }
        }
        if task.node.step?.plan.usesRamdisk ?? false { try await startInstance(&task) }
        try await task.finishSteps(.done, .failed(reason: reason)) { $0.lastError = reason }
    }

    /// Looks after a node whose step waits for its hardware. Called from time to time.
    func lookAtHardware(_ stored: Stored<Node>) {
        let node = stored.document
        guard node.provisionState.phase == .waiting, node.reservation == nil,
            node.step?.awaits == .hardware
        else { return }
        world.spawner.spawn("look at \(node.name)") {
            guard let task = try? await self.lock(node.id, for: .hardware, patience: .once) else {
                return
            }
            await self.carryOut(task) { (task) throws(ConductorError) in
                try await self.look(&task)
            }
        }
    }

    private func look(_ task: inout NodeTask) async throws(ConductorError) {
        guard task.node.provisionState.phase == .waiting, let progress = task.node.step,
            progress.awaits == .hardware, let step = progress.step,
            try await look(at: step, progress.plan.kind, task) == .done
        else { return try await task.release() }
        try await complete(step, progress, &task, with: nil)
    }
}
