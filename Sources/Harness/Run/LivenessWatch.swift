import Undercloud
import World

/// Decides when a run has come to its end: the cloud is whole and has settled, or it has had all
/// the time it was given.
struct LivenessWatch {
    enum Decision: Equatable {
        case goOn
        case converged
        /// Time is up; this was missing.
        case unconverged([String])
    }

    private let scenario: Scenario
    private var nextLook = Instant.epoch
    private var wholeSince: Instant?
    private var overcloud = OvercloudState.pending
    private var store = AuthoritativeStore()

    init(_ scenario: Scenario) { self.scenario = scenario }

    /// Follows how far the overcloud is, so that the whole cloud is looked at only once it matters.
    mutating func observe(_ commit: StoreCommit) {
        guard store.includes(commit) else { return }
        for cloud in commit.written(Cloud.self) { overcloud = cloud.overcloud }
    }

    /// - Parameters:
    ///   - quietSince: the last change of a fault; nil where there is none, or some are not over.
    ///   - state: the truth, asked for only where it is needed.
    mutating func look(
        at now: Instant, faults: FaultDirector, state: () -> CloudState
    ) -> Decision {
        guard now >= nextLook else { return .goOn }
        nextLook = now + RunLimits.lookInterval
        let isQuiet = faults.isQuiet
        if isQuiet && isOvercloudDecided {
            let missing = Convergence.shortfall(of: state(), expecting: scenario.expectation)
            wholeSince = missing.isEmpty ? wholeSince ?? now : nil
        } else {
            wholeSince = nil
        }
        if let wholeSince, now - wholeSince >= RunLimits.settling { return .converged }
        guard isTimeUp(now, quietSince: isQuiet ? faults.lastChange : nil) else { return .goOn }
        return .unconverged(Convergence.shortfall(of: state(), expecting: scenario.expectation))
    }

    private var isOvercloudDecided: Bool {
        switch overcloud {
        case .pending, .accepted: false
        case .refused, .deployed: true
        }
    }

    private func isTimeUp(_ now: Instant, quietSince: Instant?) -> Bool {
        // A cloud that is whole already and only has to hold still is let finish.
        if wholeSince != nil {
            return now - .epoch > scenario.limits.virtualTime + RunLimits.settling
        }
        if now - .epoch > scenario.limits.virtualTime { return true }
        guard let quietSince else { return false }
        return now - max(quietSince, codeFaultsEnd) > scenario.limits.heal
    }

    /// Until then the control plane's own code may fail, and need not heal anything.
    private var codeFaultsEnd: Instant {
        .epoch + (scenario.codeFaults.map(\.until).max() ?? .zero)
    }
}
