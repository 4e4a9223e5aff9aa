import Hardware
import IPMI
import Simulation

/// The way from a process to one controller over IPMI.
struct IPMIWay: IPMIExchange {
    let socket: IPMISocket
    let host: HostNumber
    let machine: SimulatedMachine
    let access: IPMIAccess
    let defects: WireDefects

    var now: Duration { socket.now }

    func exchange(
        _ request: IPMIRequest, within limit: Duration
    ) async throws(IPMIError) -> [UInt8] {
        // Planted: a host of its own for each request is a session of its own.
        let host = defects.keepsSessions ? socket.host(machine, access) : host
        return try await socket.ask(request, of: host, machine, within: limit)
    }

    func pause(_ duration: Duration) async throws(IPMIError) {
        let process = socket.process
        do {
            try await process.sleep(
                untilMonotonic: process.clock.monotonic + (VirtualTime.zero + duration).nanoseconds)
        } catch { throw .cancelled }
    }
}
