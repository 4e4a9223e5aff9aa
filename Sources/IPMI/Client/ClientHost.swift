/// One controller as a client sees it: its session, and what waits for it.
struct ClientHost: Sendable {
    /// A request that is not done.
    struct Waiting: Sendable {
        let ticket: RequestTicket
        let request: IPMIRequest
        let asked: Duration
        let deadline: Duration
    }

    /// A datagram that is not answered yet.
    struct UnderWay: Sendable {
        /// The handshake's payload; nil for a message in a session, which is sealed anew each time.
        var handshake: [UInt8]?
        /// The request it is for; nil for one that nobody has asked.
        var ticket: RequestTicket?
        var attempts = 0
        var retryAt: Duration = .zero
    }

    enum Phase: Sendable {
        case closed
        /// Open Session was sent.
        case opening
        case shaking(RAKPMessage.First, SessionID)
        case finishing(RAKPExchange, SessionKeys)
        /// IPMI 1.5: which signatures the controller has was asked.
        case asking
        case challenging(AuthenticationType)
        case activating(LegacyActivation)
        case active(ActiveSession)
    }

    struct ActiveSession: Sendable {
        let id: SessionID
        let form: SessionForm
        var outbound: UInt32 = 1
        var inbound = SequenceWindow.current
        /// Whether it has answered anything; one that has may have been lost since.
        var hasAnswered = false
        /// Whether the privilege was asked for.
        var isRaised = false
        /// Our end of the machine's serial console, while it is open.
        var serial: SOLPort?
    }

    /// What a message under way is for.
    enum Purpose: Sendable {
        case raise
        case request
        case keepAlive
    }

    let peer: DatagramPeer
    let access: IPMIAccess
    var phase = Phase.closed
    var console = SessionID.none
    /// Which of the suites is tried now.
    var suite = 0
    /// Whether the controller said that it has no IPMI 2.0.
    var hasLegacyOnly = false
    var tag: UInt8 = 0
    var messageSequence: UInt8 = 0
    var underWay: UnderWay?
    var purpose = Purpose.request
    var waiting: [Waiting] = []
    /// Failures in a row, for the back-off.
    var failures = 0
    var notBefore: Duration = .zero
    /// Whether it waits until fewer hosts are under way.
    var isHeld = false
    /// When it was last used for a request.
    var lastUse: Duration = .zero
    var lastSent: Duration = .zero

    init(_ peer: DatagramPeer, _ access: IPMIAccess) {
        self.peer = peer
        self.access = access
    }

    var isActive: Bool {
        if case .active = phase { true } else { false }
    }

    /// Our end of the machine's serial console, while it is open.
    var serial: SOLPort? {
        get { if case .active(let session) = phase { session.serial } else { nil } }
        set {
            guard case .active(var session) = phase else { return }
            session.serial = newValue
            phase = .active(session)
        }
    }

    /// When something is next to be done.
    var deadline: Duration? { earlier(serial?.deadline, ownDeadline) }

    private var ownDeadline: Duration? {
        guard let first = waiting.lazy.map(\.deadline).min() else {
            if let underWay { return underWay.retryAt }
            return isActive ? lastSent + IPMIClientLimits.keepAlive : nil
        }
        if let underWay { return min(first, underWay.retryAt) }
        return isHeld ? first : min(first, notBefore)
    }
}
