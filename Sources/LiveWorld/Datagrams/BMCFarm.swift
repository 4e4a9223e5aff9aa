import CEpoll
import Glibc
public import Hardware
public import IPMI

/// Fake controllers behind real sockets, a port each, on one thread.
///
/// Whoever has it calls ``serve(for:)`` again and again; nothing happens in between.
public struct BMCFarm<Host: ControlledHost>: ~Copyable {
    /// Sockets that one look at the system may find ready.
    private static var readyAtOnce: Int { 256 }
    /// Stands for the alarm where numbers stand for controllers.
    private static var alarmMark: UInt64 { .max }

    public private(set) var controllers: [FakeBMC<Host>] = []
    /// In boxes, since arrays hold no values that cannot be copied.
    private var sockets: [SocketBox] = []
    private let poll: Int32
    private let clock = MonotonicClock()
    private var random = PooledGenerator()
    /// When each controller's time next matters; nil while nothing is due.
    private var due: [Duration?] = []
    /// No later than the first of them, so that thousands are looked at only when one may be due.
    private var earliest: Duration?
    /// Those whose line is not good.
    private var conditions: [Int: LineCondition] = [:]
    /// Answers on a slow line, in the order in which they were made.
    private var underWay: [(due: Duration, index: Int, datagram: OutgoingDatagram)] = []
    /// Who else may end a wait, and whether that has happened.
    private var alarm: WakeUp?
    private var isAwake = false
    /// Datagrams that controllers were given.
    public private(set) var received = 0

    public init() throws(SocketError) {
        poll = epoll_create1(0)
        guard poll >= 0 else { throw SocketError(call: "epoll_create1", code: errno) }
    }

    deinit { close(poll) }

    /// The time that the controllers are told, from zero on.
    public var now: Duration { clock.now }

    /// Adds a controller.
    ///
    /// - Parameters:
    ///   - place: where it is to answer; port zero for any that is free.
    ///   - make: makes it for the port that the system gave it.
    /// - Returns: that port.
    @discardableResult
    public mutating func add(
        at place: DatagramPeer, _ make: (UInt16) -> FakeBMC<Host>
    ) throws(SocketError) -> UInt16 {
        let box = SocketBox(try UDPSocket(boundTo: place))
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        event.data.u64 = UInt64(controllers.count)
        guard epoll_ctl(poll, EPOLL_CTL_ADD, box.socket.descriptor, &event) == 0 else {
            throw SocketError(call: "epoll_ctl", code: errno)
        }
        controllers.append(make(box.socket.port))
        sockets.append(box)
        due.append(nil)
        return box.socket.port
    }

    /// From now on ``serve(for:)`` ends early where this is called.
    public mutating func listen(to alarm: WakeUp) throws(SocketError) {
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        event.data.u64 = Self.alarmMark
        guard epoll_ctl(poll, EPOLL_CTL_ADD, alarm.descriptor, &event) == 0 else {
            throw SocketError(call: "epoll_ctl", code: errno)
        }
        self.alarm = alarm
    }

    /// Changes one controller, or the host behind it.
    public mutating func change(_ index: Int, _ body: (inout FakeBMC<Host>) -> Void) {
        body(&controllers[index])
        note(index)
    }

    /// Characters that a machine writes to its serial console.
    public mutating func writeConsole(_ characters: [UInt8], of index: Int) {
        send(controllers[index].writeConsole(characters, at: now, using: &random), index)
        note(index)
    }

    /// Changes how well datagrams get to a controller and back.
    public mutating func setLine(_ condition: LineCondition, of index: Int) {
        conditions[index] = condition == .good ? nil : condition
    }

    /// How well datagrams get to a controller and back.
    public func line(of index: Int) -> LineCondition { conditions[index] ?? .good }

    /// Takes and answers what comes until the time is over, or soon after; see also
    /// ``listen(to:)``.
    public mutating func serve(for time: Duration) {
        let end = now + time
        isAwake = false
        repeat {
            let next = [earliest, underWay.first?.due].compactMap { $0 }.min()
            wait(until: min(next ?? end, end))
            if let earliest, earliest <= now { advanceDue() }
            deliver()
        } while now < end && !isAwake
    }

    private mutating func advanceDue() {
        let now = now
        earliest = nil
        for index in controllers.indices {
            if let deadline = due[index], deadline <= now {
                send(controllers[index].advance(to: now, using: &random), index)
            }
            note(index)
        }
    }

    private mutating func wait(until deadline: Duration) {
        let left = max(deadline - now, .zero) / .milliseconds(1)
        var events = [epoll_event](repeating: epoll_event(), count: Self.readyAtOnce)
        let found = epoll_wait(
            poll, &events, Int32(events.count), Int32(min(left.rounded(.up), 1000)))
        for place in 0..<max(Int(found), 0) {
            if events[place].data.u64 == Self.alarmMark {
                alarm?.clear()
                isAwake = true
            } else {
                answer(Int(events[place].data.u64))
            }
        }
    }

    /// Takes one datagram. Where more wait, the next look at the system finds the socket ready
    /// again, and other sockets have had their turn.
    private mutating func answer(_ index: Int) {
        guard let (bytes, peer) = sockets[index].socket.receive() else { return }
        if !conditions.isEmpty, isLost(line(of: index)) { return }
        received += 1
        send(controllers[index].receive(bytes, from: peer, at: now, using: &random), index)
        note(index)
    }

    private mutating func isLost(_ line: LineCondition) -> Bool {
        line.isCut
            || line.loss.value > 0 && Double.random(in: 0..<1, using: &random) < line.loss.value
    }

    private mutating func send(_ datagrams: [OutgoingDatagram], _ index: Int) {
        guard let line = conditions[index] else {
            for datagram in datagrams { sockets[index].socket.send(datagram) }
            return
        }
        for datagram in datagrams where !isLost(line) {
            underWay.append((now + line.delay, index, datagram))
        }
        // Those that were made before on a slower line may have to wait for longer.
        underWay.sort { $0.due < $1.due }
    }

    /// Sends what has come to the end of a slow line.
    private mutating func deliver() {
        guard let first = underWay.first, first.due <= now else { return }
        let now = now
        let arrived = underWay.prefix { $0.due <= now }
        for (_, index, datagram) in arrived { sockets[index].socket.send(datagram) }
        underWay.removeFirst(arrived.count)
    }

    private mutating func note(_ index: Int) {
        due[index] = controllers[index].deadline
        if let deadline = due[index] { earliest = min(earliest ?? deadline, deadline) }
    }
}
