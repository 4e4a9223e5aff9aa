public import Hardware

/// A controller of IPMI 1.5 and 2.0 as it is seen from the network: it takes datagrams and the
/// time, and gives datagrams.
///
/// It has no socket, no clock and no chance of its own. `now` is any time that does not run
/// backwards; ``deadline`` says when ``advance(to:using:)`` is next worth a call. What the
/// controller controls is behind ``ControlledHost``.
public struct FakeBMC<Host: ControlledHost> {
    public var host: Host
    public let profile: ControllerProfile
    let identity: BMCIdentity
    let guid: SystemGUID
    let place: ControllerPlace
    /// What its clock shows at the time zero, since 1970, if nobody has set it.
    let epoch: Duration
    /// When it started.
    let birth: Duration

    var sessions = SessionTable()
    var failures = LogInFailures()
    var refusals: [DelayedRefusal] = []
    /// Ends once the answer that is being made is sent.
    var closing: SessionID?
    /// Has lost its console to somebody else's command, and is still to be told.
    var consoleLoser: SessionID?
    /// When it forgets its sessions for a restart.
    var restart: Duration?

    var users: [UserAccount]
    /// Kg, and the other one (KR).
    var controllerKey: ChannelKey
    var consoleKey = ChannelKey()
    var sensors: [SensorSettings]
    var repository: SensorRepository
    /// The sensors' own records, which stay when the repository is emptied, and can fill it again.
    var deviceRecords: SensorRepository
    var eventReservation = EventReservation()
    /// Empty until somebody asks.
    var inventory: [UInt8] = []
    var chassis = ChassisSettings()
    var watchdog = Watchdog()
    var channel = ChannelSettings()
    var lan = ParameterTable()
    var serial = ParameterTable()
    var filters = ParameterTable()
    var systemInfo = ParameterTable()
    var dcmi = DCMISettings()
    var globalEnables: UInt8 = 0x08
    var powerStates: [UInt8]?

    /// - Parameters:
    ///   - guid: different for each controller.
    ///   - epoch: what the controller's clock shows at the time zero, since 1970.
    public init(
        _ profile: ControllerProfile, host: Host, identity: BMCIdentity, guid: SystemGUID,
        place: ControllerPlace, epoch: Duration, now: Duration = .zero
    ) {
        self.profile = profile
        self.host = host
        self.identity = identity
        self.guid = guid
        self.place = place
        self.epoch = epoch
        birth = now
        users = profile.users
        controllerKey = ChannelKey(secret: profile.controllerKey)
        sensors = profile.settings
        repository = SensorRepository(profile.records)
        deviceRecords = SensorRepository(profile.records)
    }

    /// Failed log-ins since it was made.
    public var failedLogIns: Int { failures.total }

    /// Sessions that are open now.
    public var activeSessions: Int { sessions.activeCount }

    /// Whether somebody looks at the machine's serial console.
    public var isConsoleOpen: Bool { sessions.sessions.contains { $0.serial != nil } }

    /// What the controller's clock shows, since 1970.
    func date(at now: Duration) -> Duration { epoch + now + host.eventLog.clockError }

    func seconds(at now: Duration) -> UInt32 { EventRecord.seconds(date(at: now)) }

    /// Takes a datagram.
    ///
    /// - Returns: what is to be sent; nothing for a datagram that is to be dropped.
    public mutating func receive(
        _ bytes: [UInt8], from peer: DatagramPeer, at now: Duration,
        using generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard host.isControllerPowered else {
            restartAtOnce()
            return []
        }
        catchUp(to: now)
        guard let datagram = try? RMCPDatagram(parsing: bytes) else { return [] }
        switch datagram {
        case .asf(let message, let sequence): return answer(message, sequence, peer)
        case .acknowledgement: return []
        case .ipmi(let packet):
            return packet.first == AuthenticationType.rmcpPlus.rawValue
                ? receiveCurrent(packet, peer, now, &generator)
                : receiveLegacy(packet, peer, now, &generator)
        }
    }

    /// Lets the time pass.
    ///
    /// - Returns: what is due: characters of consoles, and refusals that were kept back.
    public mutating func advance(
        to now: Duration, using generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        catchUp(to: now)
        var datagrams = refusals.filter { $0.due <= now }.map(\.datagram)
        if !datagrams.isEmpty { refusals.removeAll { $0.due <= now } }
        for index in sessions.sessions.indices where sessions[index].serial != nil {
            datagrams += sendConsole(index, now, &generator)
        }
        return datagrams
    }

    /// When something is next due; nil while nothing is.
    public var deadline: Duration? {
        let first = earlier(earlier(sessions.deadline, restart), watchdog.deadline)
        return refusals.reduce(first) { earlier($0, $1.due) }
    }

    /// Characters that the machine writes to its serial console.
    public mutating func writeConsole(
        _ characters: [UInt8], at now: Duration,
        using generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let index = sessions.sessions.firstIndex(where: { $0.serial != nil }) else {
            return []
        }
        sessions[index].serial?.enqueue(characters)
        return sendConsole(index, now, &generator)
    }

    /// What happens by itself until now.
    private mutating func catchUp(to now: Duration) {
        if let restart, restart <= now {
            self.restart = nil
            sessions.removeAll()
            refusals = []
        }
        sessions.expire(at: now)
        if let end = watchdog.deadline, end <= now { watchdogExpires(at: end) }
    }

    /// The peer may have asked for a receipt beside the answer (ASF 2.0, section 3.2.2.2).
    private func answer(
        _ message: ASFMessage, _ sequence: UInt8, _ peer: DatagramPeer
    ) -> [OutgoingDatagram] {
        guard case .presencePing(let tag) = message else { return [] }
        let pong = ASFMessage.presencePong(tag: tag, supportsIPMI: true).datagram()
        let answer = OutgoingDatagram(pong, to: peer)
        guard sequence != RMCPDatagram.unacknowledged else { return [answer] }
        return [OutgoingDatagram(RMCPDatagram.acknowledgement(of: sequence), to: peer), answer]
    }
}

extension FakeBMC: Sendable where Host: Sendable {}
