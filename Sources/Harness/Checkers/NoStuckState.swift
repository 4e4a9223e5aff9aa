import BareMetal
import Hardware
public import World

/// No node stays in a state that must end for longer than that state's limit and a margin.
///
/// Time in which no store carries anything out does not count: a control plane that is not there
/// fails nothing, and is judged by whether the cloud converges.
public struct NoStuckState: Checker {
    public static let name: CheckerName = "no-stuck-state"

    /// Beyond the limit: a leader's fall, its successor's start and a controller's silence all
    /// come on top of it.
    static let margin: Duration = .seconds(7200)
    /// A longer silence of the store counts as this much.
    static let countedSilence: Duration = .seconds(300)

    private struct Stay {
        let node: String
        let state: ProvisionState
        let ticket: Int
        /// On the counted clock.
        let deadline: Duration
    }

    private var store = AuthoritativeStore()
    private var counted: Duration = .zero
    private var lastCommit: Instant = .epoch
    /// Which stay a node is in now; looked up only.
    private var current: [String: (state: ProvisionState, ticket: Int)] = [:]
    private var lastTicket = 0
    /// One queue for each length of stay, so that each is in order of deadline.
    private var waiting = StayQueue<Stay>()
    private var working = StayQueue<Stay>()

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        counted += min(commit.at - lastCommit, Self.countedSilence)
        lastCommit = commit.at
        for node in commit.written(Node.self) { note(node) }
        return overdue(at: commit.at)
    }

    public mutating func finish(at end: Instant) -> Violation? {
        counted += max(min(end - lastCommit, Self.countedSilence), .zero)
        return overdue(at: end)
    }

    private mutating func note(_ node: Node) {
        let state = node.provisionState
        guard current[node.id]?.state != state else { return }
        guard let phase = Self.phase(of: state) else { return current[node.id] = nil }
        lastTicket += 1
        current[node.id] = (state, lastTicket)
        let limit = phase == .waiting ? ProvisionLimits.callback : ProvisionLimits.work
        let stay = Stay(
            node: node.id, state: state, ticket: lastTicket,
            deadline: counted + limit + Self.margin)
        if phase == .waiting { waiting.append(stay) } else { working.append(stay) }
    }

    private mutating func overdue(at time: Instant) -> Violation? {
        for stay in [nextStay(\.waiting), nextStay(\.working)].compactMap({ $0 })
        where stay.deadline < counted {
            return violation(
                at: time, stay.node,
                "it has been '\(stay.state)' beyond the state's limit and "
                    + "\(Self.margin.shortText) more")
        }
        return nil
    }

    /// The stay that is due first, without those that have ended.
    private mutating func nextStay(_ queue: WritableKeyPath<Self, StayQueue<Stay>>) -> Stay? {
        while let stay = self[keyPath: queue].first {
            if current[stay.node]?.ticket == stay.ticket { return stay }
            self[keyPath: queue].removeFirst()
        }
        return nil
    }

    /// What a state that must end waits for; nil for one a node may stay in. A list of its own.
    private static func phase(of state: ProvisionState) -> ProvisionState.Phase? {
        switch state {
        case .verifying, .inspecting, .cleaning, .deploying, .deleting, .adopting, .rescuing,
            .unrescuing, .servicing:
            .working
        case .inspectWait, .cleanWait, .deployWait, .rescueWait, .serviceWait: .waiting
        case .enroll, .manageable, .inspectFailed, .cleanHold, .cleanFailed, .available,
            .deployHold, .deployFailed, .active, .error, .adoptFailed, .rescueFailed, .rescue,
            .unrescueFailed, .serviceHold, .serviceFailed:
            nil
        }
    }
}
