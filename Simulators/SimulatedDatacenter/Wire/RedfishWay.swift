import Hardware
import Redfish
import Simulation
import World

/// The way from a process to one controller over Redfish: connections for one request each, that
/// can be refused, broken off or stand still.
struct RedfishWay: RedfishTransport {
    /// How long a connection is waited for, and an answer.
    private static let connecting: Duration = .seconds(5)
    private static let answering: Duration = .seconds(10)
    /// How many connections are broken off by a controller that does so.
    private static let resets = Ratio.percent(40)
    /// How many messages of a bad line are lost, and come a second or so later.
    private static let retransmissions = Ratio.percent(30)
    private static let retransmission = 0.2...3.0

    let machine: SimulatedMachine
    let process: SimulatedProcess
    let network: ManagementNetwork

    var now: Duration { network.simulator.now - .zero }

    func send(
        _ request: RedfishRequest, within limit: Duration
    ) async throws(RedfishTransportError) -> RedfishResponse {
        let answering = machine.answering
        let end = now + limit
        try await connect(to: answering, within: limit)
        let line = ManagementLine(machine: answering)
        let isReset = answering.has(.bmcConnectionsReset) && line.happens(Self.resets)
        if isReset {
            answering.meet(.bmcConnectionsReset)
            // The request may have been read before.
            if line.happens(Ratio(0.5)) { throw .noAnswer }
        }
        let answer = try await ask(request, answering, within: end - now)
        guard !isReset else { throw .noAnswer }
        return corrected(answer, to: request)
    }

    /// - Throws: ``RedfishTransportError/notConnected`` where nobody is there, or refuses.
    private func connect(
        to machine: SimulatedMachine, within limit: Duration
    ) async throws(RedfishTransportError) {
        let service = network.service(of: machine)
        guard machine.hasStandbyPower else {
            try await pause(min(Self.connecting, limit))
            throw .notConnected
        }
        try await travel(machine)
        try await travel(machine)
        guard service.isListening else {
            machine.meetRefusal()
            throw .notConnected
        }
    }

    private func ask(
        _ request: RedfishRequest, _ machine: SimulatedMachine, within limit: Duration
    ) async throws(RedfishTransportError) -> RedfishResponse {
        let service = network.service(of: machine)
        let box = ReplyBox<RedfishResponse>(network.simulator)
        let (there, back) = (delay(machine), delay(machine))
        let caller = process.name
        do {
            try await process.wait(
                WaitReason("waits for the service of", machine.name.text),
                until: network.simulator.now + max(.zero, min(Self.answering, limit))
            ) { wakeup in
                box.wake(with: wakeup)
                let simulator = network.simulator
                simulator.schedule(at: simulator.now + there) {
                    service.receive(request, as: caller) { answer in
                        simulator.schedule(at: simulator.now + back) { box.put(answer) }
                    }
                }
            }
        } catch { throw .cancelled }
        guard let answer = box.outcome else { throw .noAnswer }
        return answer
    }

    private func travel(_ machine: SimulatedMachine) async throws(RedfishTransportError) {
        try await pause(delay(machine))
    }

    /// What is lost on a bad line is sent again, which nobody notices but by the time it takes.
    private func delay(_ machine: SimulatedMachine) -> Duration {
        let line = ManagementLine(machine: machine)
        let latency = line.latency()
        guard machine.has(.bmcLineNoisy), line.happens(Self.retransmissions) else {
            return latency
        }
        machine.meet(.bmcLineNoisy)
        return latency + .seconds(line.draw(Self.retransmission))
    }

    func pause(_ duration: Duration) async throws(RedfishTransportError) {
        do {
            try await process.wait(
                WaitReason("waits for the service of", machine.name.text),
                until: network.simulator.now + duration)
        } catch { throw .cancelled }
    }

    /// Planted: a monitor that tells of a failure is taken for one that tells of success, and no
    /// session is closed or used twice.
    private func corrected(
        _ answer: RedfishResponse, to request: RedfishRequest
    ) -> RedfishResponse {
        guard network.defects.ignoresFailedTasks, request.target.contains("/TaskMonitors/"),
            answer.status >= 400
        else { return answer }
        return RedfishResponse(204)
    }
}
