import CEpoll
import Glibc
public import Hardware
public import IPMI

/// Fake controllers behind real sockets, a port each, on one thread.
///
/// Whoever has it calls ``serve(for:)`` again and again; nothing happens in between.
public struct BMCFarm<Host: ControlledHost>: ~Copyable {
    /// Datagrams that one socket may have taken before the next has its turn.
    private static var burst: Int { 32 }
    /// Sockets that one look at the system may find ready.
    private static var readyAtOnce: Int { 256 }

    public private(set) var controllers: [FakeBMC<Host>] = []
    /// In boxes, since arrays hold no values that cannot be copied.
    private var sockets: [SocketBox] = []
    private let poll: Int32
    private let clock = MonotonicClock()
    private var random = SystemRandomNumberGenerator()
    /// When each controller's time next matters; nil while nothing is due.
    private var due: [Duration?] = []
    /// No later than the first of them, so that thousands are looked at only when one may be due.
    private var earliest: Duration?

    public init() throws(UDPSocketError) {
        poll = epoll_create1(0)
        guard poll >= 0 else { throw UDPSocketError(call: "epoll_create1", code: errno) }
    }

    deinit { close(poll) }

    /// The time that the controllers are told, from zero on.
    public var now: Duration { clock.now }

    /// Adds a controller.
    ///
    /// - Parameter make: makes it for the port that the system gave it.
    /// - Returns: that port.
    @discardableResult
    public mutating func add(
        ipv4: UInt32, port: UInt16, _ make: (UInt16) -> FakeBMC<Host>
    ) throws(UDPSocketError) -> UInt16 {
        let box = SocketBox(try UDPSocket(ipv4: ipv4, port: port))
        var event = epoll_event()
        event.events = EPOLLIN.rawValue
        event.data.u64 = UInt64(controllers.count)
        guard epoll_ctl(poll, EPOLL_CTL_ADD, box.socket.descriptor, &event) == 0 else {
            throw UDPSocketError(call: "epoll_ctl", code: errno)
        }
        controllers.append(make(box.socket.port))
        sockets.append(box)
        due.append(nil)
        return box.socket.port
    }

    /// Changes one controller, or the host behind it.
    public mutating func change(_ index: Int, _ body: (inout FakeBMC<Host>) -> Void) {
        body(&controllers[index])
        note(index)
    }

    /// Takes and answers what comes until the time is over, or soon after.
    public mutating func serve(for time: Duration) {
        let end = now + time
        repeat {
            wait(until: min(earliest ?? end, end))
            if let earliest, earliest <= now { advanceDue() }
        } while now < end
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
        for place in 0..<max(Int(found), 0) { answer(Int(events[place].data.u64)) }
    }

    private mutating func answer(_ index: Int) {
        let now = now
        for _ in 0..<Self.burst {
            guard let (bytes, peer) = sockets[index].socket.receive() else { break }
            send(controllers[index].receive(bytes, from: peer, at: now, using: &random), index)
        }
        note(index)
    }

    private func send(_ datagrams: [OutgoingDatagram], _ index: Int) {
        for datagram in datagrams { sockets[index].socket.send(datagram) }
    }

    private mutating func note(_ index: Int) {
        due[index] = controllers[index].deadline
        if let deadline = due[index] { earliest = min(earliest ?? deadline, deadline) }
    }
}
