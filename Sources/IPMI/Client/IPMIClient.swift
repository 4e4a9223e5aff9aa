/// Speaks IPMI 2.0, and 1.5 where there is no other, to many controllers over one socket: opens
/// sessions, keeps them, asks again what was not answered, and leaves those alone that do not
/// answer.
///
/// It has no socket and no clock: it takes datagrams and the time, and gives datagrams and
/// results. ``deadline`` says when ``advance(to:using:)`` is next worth a call.
public struct IPMIClient: Sendable {
    var hosts: [ClientHost] = []
    /// Which host a session of ours is with; for looking up alone.
    var consoles: [SessionID: Int] = [:]
    /// Hosts that IPMI 1.5 is spoken with, or may come to be; their sessions' numbers are not ours.
    var legacyHosts: [DatagramPeer: [Int]] = [:]
    /// Hosts with a datagram under way.
    var busyHosts = 0
    /// Requests that are not done.
    private var pending = 0
    /// Hosts that wait until fewer are busy; those before `heldStart` do no longer.
    private var held: [Int] = []
    private var heldStart = 0
    /// No later than each host's deadline; for ever where it has none. Thousands of them are looked
    /// through again and again, which hosts themselves are too large for.
    private var deadlines: [Duration] = []
    /// No later than the first of them.
    private var earliest: Duration?
    private static let never: Duration = .seconds(Int64.max)

    public init() {}

    /// Adds a controller; nothing is sent until something is asked of it.
    public mutating func add(_ peer: DatagramPeer, _ access: IPMIAccess) -> HostNumber {
        hosts.append(ClientHost(peer, access))
        deadlines.append(Self.never)
        return HostNumber(index: hosts.count - 1)
    }

    /// Asks something of a controller. Requests to one host are done in their order.
    ///
    /// - Parameter limit: how long it may take until it fails.
    public mutating func submit(
        _ request: IPMIRequest, to host: HostNumber, _ ticket: RequestTicket,
        within limit: Duration = IPMIClientLimits.request, at now: Duration,
        using generator: inout some RandomNumberGenerator
    ) -> ClientOutput {
        var output = ClientOutput()
        guard hosts[host.index].waiting.count < IPMIClientLimits.queue else {
            output.complete(ticket, .failure(.command(request.name, .busy)))
            return output
        }
        pending += 1
        hosts[host.index].waiting.append(
            ClientHost.Waiting(
                ticket: ticket, request: request, asked: now, deadline: now + limit))
        proceed(host.index, now, &generator, &output)
        note(host.index)
        pending -= output.completions.count
        return output
    }

    /// Takes a datagram. One that nobody waits for changes nothing.
    public mutating func receive(
        _ bytes: [UInt8], from peer: DatagramPeer, at now: Duration,
        using generator: inout some RandomNumberGenerator
    ) -> ClientOutput {
        var output = ClientOutput()
        guard case .ipmi(let packet)? = try? RMCPDatagram(parsing: bytes) else { return output }
        if packet.first == AuthenticationType.rmcpPlus.rawValue {
            receive(packet, peer, now, &generator, &output)
        } else {
            receiveLegacy(packet, peer, now, &generator, &output)
        }
        release(now, &generator, &output)
        pending -= output.completions.count
        return output
    }

    /// Lets the time pass: asks again, gives up, keeps sessions open.
    public mutating func advance(
        to now: Duration, using generator: inout some RandomNumberGenerator
    ) -> ClientOutput {
        var output = ClientOutput()
        guard let earliest, earliest <= now else { return output }
        for index in deadlines.indices where deadlines[index] <= now {
            if let deadline = hosts[index].deadline, deadline <= now {
                catchUp(index, now, &generator, &output)
            }
            note(index)
        }
        let first = deadlines.min()
        self.earliest = first == Self.never ? nil : first
        release(now, &generator, &output)
        pending -= output.completions.count
        return output
    }

    /// When something is next due; nil while nothing is.
    public var deadline: Duration? { earliest }

    /// Whether any request is not done yet.
    public var isBusy: Bool { pending > 0 }

    /// Whether a session with the host is open.
    public func hasSession(_ host: HostNumber) -> Bool { hosts[host.index].isActive }

    /// Says good-bye to all controllers with whom a session is open. Answers are not waited for.
    public mutating func closeAll(
        using generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        var output = ClientOutput()
        for index in hosts.indices { close(index, &generator, &output) }
        return output.datagrams
    }

    /// Gives up a request; its answer is thrown away if it still comes.
    public mutating func cancel(_ ticket: RequestTicket, of host: HostNumber) {
        let count = hosts[host.index].waiting.count
        hosts[host.index].waiting.removeAll { $0.ticket == ticket }
        pending -= count - hosts[host.index].waiting.count
    }

    mutating func note(_ index: Int) {
        let deadline = hosts[index].deadline
        deadlines[index] = deadline ?? Self.never
        if let deadline { earliest = min(earliest ?? deadline, deadline) }
    }

    // MARK: How many are under way

    /// Whether one more host may be sent something; else it is remembered for later.
    mutating func mayBegin(_ index: Int) -> Bool {
        guard busyHosts >= IPMIClientLimits.hostsUnderWay else { return true }
        if !hosts[index].isHeld { held.append(index) }
        hosts[index].isHeld = true
        return false
    }

    mutating func begin(_ index: Int, _ underWay: ClientHost.UnderWay) {
        if hosts[index].underWay == nil { busyHosts += 1 }
        hosts[index].underWay = underWay
    }

    mutating func end(_ index: Int) {
        if hosts[index].underWay != nil { busyHosts -= 1 }
        hosts[index].underWay = nil
    }

    /// Lets hosts begin that had to wait.
    private mutating func release(
        _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        while busyHosts < IPMIClientLimits.hostsUnderWay, heldStart < held.count {
            let index = held[heldStart]
            heldStart += 1
            hosts[index].isHeld = false
            proceed(index, now, &generator, &output)
            note(index)
        }
        if heldStart == held.count {
            held.removeAll(keepingCapacity: true)
            heldStart = 0
        }
    }
}
