import Dispatch
import Glibc
public import NodeAgent
import Synchronization

/// Listens on the links of the machine that we run on, which needs the right to raw sockets.
public struct LiveLinkListener: LinkListener {
    public init() {}

    public func lldpFrames(
        on interfaces: [String], within limit: Duration
    ) async throws(NodeSystemError) -> [String: [UInt8]] {
        var sockets: [PacketSocket] = []
        defer { sockets.forEach { $0.close() } }
        for interface in interfaces { sockets.append(try PacketSocket.open(on: interface)) }
        let open = sockets
        let isStopped = StopSign()
        let heard = await withTaskCancellationHandler {
            await withCheckedContinuation { heard in
                DispatchQueue.global().async {
                    heard.resume(returning: Self.listen(open, limit, isStopped))
                }
            }
        } onCancel: {
            isStopped.raise()
        }
        if isStopped.isRaised { throw .stopped }
        return heard
    }

    /// Looks up now and then whether it is to stop.
    private static let glance: Int32 = 200

    private static func listen(
        _ sockets: [PacketSocket], _ limit: Duration, _ stop: StopSign
    ) -> [String: [UInt8]] {
        let end = ContinuousClock.now + limit
        var heard: [String: [UInt8]] = [:]
        var silent = sockets
        while !silent.isEmpty, ContinuousClock.now < end, !stop.isRaised {
            var waits = silent.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
            guard poll(&waits, nfds_t(waits.count), glance) > 0 else { continue }
            for (socket, wait) in zip(silent, waits) where wait.revents != 0 {
                if let frame = socket.frame() { heard[socket.interface] = frame }
            }
            silent.removeAll { heard[$0.interface] != nil }
        }
        return heard
    }
}
