import Hardware
import World

extension Conductor {
    /// Changes a machine's power for an operator, and returns as soon as that is written down.
    ///
    /// The node shows ``Node/targetPower`` until the change is over; then ``Node/powerState`` tells
    /// where it ended, or ``Node/lastError`` why it did not.
    ///
    /// - Parameter limit: longest that the change may take; Ironic's defaults where nil.
    /// - Throws: ``ConductorError/forbidden(_:_:)`` for a node that is being cleaned, or one that
    ///   may not be switched off,
    ///   ``ConductorError/locked(_:by:)`` and ``ConductorError/noFreeWorker(of:)`` where nothing
    ///   was taken on.
    public func setPower(
        _ request: PowerRequest, of name: NodeName, within limit: Duration? = nil
    ) async throws(ConductorError) {
        let limit = limit ?? request.limit
        guard limit >= .seconds(1) else {
            throw .forbidden(name, .invalid("a change of power takes a second at least"))
        }
        try workers.take(for: .request)
        do throws(ConductorError) {
            let task = try await lock(name.text, for: LockPurpose(request)) {
                (node) throws(ConductorError) in
                guard ![.cleaning, .cleanWait].contains(node.provisionState) else {
                    throw .forbidden(node.name, .powerInUse(node.provisionState))
                }
                guard request.target == .on || node.offSwitch == .usable else {
                    throw .forbidden(node.name, .offSwitchDisabled)
                }
                node.targetPower = request.target
                if node.provisionState.phase != .failed { node.lastError = nil }
            }
            work("\(request) of \(name)", on: task) { (task) in
                await self.change(request, within: limit, &task)
            }
        } catch {
            workers.giveBack()
            throw error
        }
    }

    /// What goes wrong here is no failure of the node's other work, a deployment that waits for its
    /// ramdisk, say.
    private func change(
        _ request: PowerRequest, within limit: Duration, _ task: inout NodeTask
    ) async {
        do throws(ConductorError) {
            let end: String?
            do throws(ConductorError) {
                try await task.change(request, within: limit)
                end = nil
            } catch {
                guard !error.endsAuthority else { return }
                end = "the change to '\(request.target.rawValue)' by '\(request)' failed: \(error)"
            }
            try await task.release {
                $0.targetPower = nil
                $0.lastError = end ?? $0.lastError
            }
        } catch {
            guard !error.endsAuthority else { return }
            world.journal.record(BareMetalEvent.abandoned(task.node.name, reason: "\(error)"))
        }
    }
}
