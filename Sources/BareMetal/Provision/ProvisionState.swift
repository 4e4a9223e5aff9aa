/// Where a node stands on its way between enrolment, use and cleaning.
///
/// The raw values are Ironic's names, as its API and its database spell them.
public enum ProvisionState: String, Sendable, Hashable, Codable, CaseIterable {
    case enroll
    case verifying
    case manageable

    case inspecting
    case inspectWait = "inspect wait"
    case inspectFailed = "inspect failed"

    case cleaning
    case cleanWait = "clean wait"
    case cleanHold = "clean hold"
    case cleanFailed = "clean failed"
    case available

    case deploying
    case deployWait = "wait call-back"
    case deployHold = "deploy hold"
    case deployFailed = "deploy failed"
    case active

    case deleting
    case error

    case adopting
    case adoptFailed = "adopt failed"

    case rescuing
    case rescueWait = "rescue wait"
    case rescueFailed = "rescue failed"
    case rescue
    case unrescuing
    case unrescueFailed = "unrescue failed"

    case servicing
    case serviceWait = "service wait"
    case serviceHold = "service hold"
    case serviceFailed = "service failed"
}

extension ProvisionState: CustomStringConvertible {
    public var description: String { rawValue }
}

extension ProvisionState {
    /// What a node in a state waits for, which decides whether it may stay and who moves it on.
    public enum Phase: Sendable, Hashable, CaseIterable {
        /// Nothing is under way; the node stays until an operator asks for something.
        case stable
        /// A conductor works on the node. The work dies with the conductor.
        case working
        /// The machine's ramdisk works and will call back. That survives the conductor.
        case waiting
        /// Work stopped at a step that asks an operator to look.
        case held
        /// Work ended badly; an operator chooses the way out.
        case failed
    }

    public var phase: Phase {
        switch self {
        case .enroll, .manageable, .available, .active, .error, .rescue: .stable
        case .verifying, .inspecting, .cleaning, .deploying, .deleting, .adopting, .rescuing,
            .unrescuing, .servicing:
            .working
        case .inspectWait, .cleanWait, .deployWait, .rescueWait, .serviceWait: .waiting
        case .cleanHold, .deployHold, .serviceHold: .held
        case .inspectFailed, .cleanFailed, .deployFailed, .adoptFailed, .rescueFailed,
            .unrescueFailed, .serviceFailed:
            .failed
        }
    }

    /// Whether this is one of Ironic's stable states, the goals of its verbs.
    public var isStable: Bool { phase == .stable }

    /// Whether the state must end without an operator, and within ``limit``.
    public var isTransient: Bool { phase == .working || phase == .waiting }

    /// Whether a ramdisk that starts now is told whose it is. One that comes up while its work is
    /// held reports, and is given nothing to do. (Ironic lets it ask in vain, and its agent is
    /// started again and again until the work goes on.)
    public var takesRamdisks: Bool { phase == .waiting || phase == .held }

    /// What the state becomes when the conductor that worked on the node died; nil for a state
    /// that survives a restart.
    public var failure: ProvisionState? {
        switch self {
        case .verifying: .enroll
        case .inspecting: .inspectFailed
        case .cleaning: .cleanFailed
        case .deploying: .deployFailed
        case .deleting: .error
        case .adopting: .adoptFailed
        case .rescuing: .rescueFailed
        case .unrescuing: .unrescueFailed
        case .servicing: .serviceFailed
        default: nil
        }
    }

    /// Longest stay in the state before it is failed; nil for a state a node may stay in.
    public var limit: Duration? {
        switch phase {
        case .working: ProvisionLimits.work
        case .waiting: ProvisionLimits.callback
        case .stable, .held, .failed: nil
        }
    }
}
