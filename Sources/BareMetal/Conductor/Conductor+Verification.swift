import Hardware
import World

extension Conductor {
    /// Takes the verify steps that are switched on, in their own order.
    ///
    /// One that fails keeps the others from nothing: they show what else is wrong (Ironic's
    /// verification goes on, and tells at the end).
    ///
    /// - Throws: ``ConductorError/stepFailed(_:reason:)`` with the first that failed and what the
    ///   others said.
    func takeVerifySteps(_ task: inout NodeTask) async throws(ConductorError) {
        var failures: [(step: StepName, reason: String)] = []
        for step in book.verification.steps {
            world.journal.record(BareMetalEvent.step(task.node.name, step.name))
            do throws(ConductorError) { try await take(step, task) } catch {
                guard !error.endsAuthority else { throw error }
                guard case .stepFailed(_, let reason) = error else { throw error }
                failures.append((step.name, reason))
            }
        }
        guard let first = failures.first else { return }
        let others = failures.dropFirst().map { "; step \($0.step) failed: \($0.reason)" }
        throw .stepFailed(first.step, reason: first.reason + others.joined())
    }

    /// A verification waits for nothing: nobody could tell it how its hardware went on.
    private func take(_ step: Step, _ task: NodeTask) async throws(ConductorError) {
        guard let driver = book.driver(of: step.id, for: .verify) else {
            throw .stepFailed(step.name, reason: "no driver knows it any more")
        }
        let outcome: StepOutcome
        do { outcome = try await driver.work(context(of: step, task)) } catch {
            throw .stepFailed(step.name, reason: error.reason)
        }
        switch outcome {
        case .done, .restarted: return
        case .waits, .holds:
            throw .stepFailed(step.name, reason: "a verify step ends at once, and it does not")
        }
    }
}
