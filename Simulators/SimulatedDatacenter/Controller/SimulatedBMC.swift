public import Hardware
import Simulation
import World

/// A machine's controller as one caller speaks to it: with its credentials, in its process.
///
/// Every call travels there, takes effect, and travels back; it can be lost on either way. A call
/// of a process that has ended throws ``BMCError/revoked``.
public struct SimulatedBMC: BMC {
    /// The machine that is meant, to which the address belongs.
    let addressed: SimulatedMachine
    let process: SimulatedProcess
    let credentials: BMCCredentials

    public func identity() async throws(BMCError) -> BMCIdentity {
        try await call { $0.specification.identity }
    }

    public func powerState() async throws(BMCError) -> PowerState {
        try await ControllerNews(addressed: addressed, process: process)
            .asking { () async throws(BMCError) in try await call { $0.toldPower } }
    }

    public func setPower(_ action: PowerAction) async throws(BMCError) {
        try await call { machine in machine.takeCommand(action, from: process.name) }
    }

    public func bootOverride() async throws(BMCError) -> BootOverride? {
        try await call { machine in machine.state.read { $0.bootOverride } }
    }

    public func setBootOverride(_ override: BootOverride?) async throws(BMCError) {
        if let device = override?.device, !addressed.answering.hasDevice(device) {
            try await call { _ in }
            throw .unsupported(device)
        }
        try await call { machine in machine.takeOverride(override, from: process.name) }
    }

    public func sensors() async throws(BMCError) -> [SensorReading] {
        try await call { $0.tellSensors() }
    }

    public func eventLog() async throws(BMCError) -> [EventLogEntry] {
        try await call { machine in machine.state.read { $0.log.entries.map(\.described) } }
    }

    public func clearEventLog() async throws(BMCError) {
        try await call { machine in machine.clearLog() }
    }

    /// One round trip, with `effect` in its middle.
    func call<Reply: Sendable>(
        _ effect: @escaping @Sendable (SimulatedMachine) -> Reply
    ) async throws(BMCError) -> Reply {
        let machine = addressed.answering
        let start = machine.fabric.simulator.now
        guard machine.answersController else {
            try await loseRequest(to: machine, sent: start, effect)
        }
        guard machine.beginSession() else {
            try await travel(to: machine)
            throw .busy
        }
        defer { machine.endSession() }
        try await travel(to: machine)
        guard machine.answersController else { try await waitOut(sent: start) }
        guard machine.opens(with: credentials) else {
            try await travel(to: machine)
            throw .unauthorized
        }
        if machine.has(.bmcSlow) { try await think(machine, sent: start, effect) }
        let reply = effect(machine)
        try await travel(to: machine)
        guard machine.answersController, !machine.has(.bmcReplyLost) else {
            try await waitOut(sent: start)
        }
        return reply
    }

    /// A slow controller works on the call. It does not learn that the caller has given up.
    private func think<Reply>(
        _ machine: SimulatedMachine,
        sent start: VirtualTime,
        _ effect: @escaping @Sendable (SimulatedMachine) -> Reply
    ) async throws(BMCError) {
        let simulator = machine.fabric.simulator
        let done = simulator.now + machine.timing.draw(\.slowCall, for: .controller)
        guard done >= start + BMCLimits.call else { return try await wait(until: done) }
        simulator.schedule(at: done) {
            if machine.answersController { _ = effect(machine) }
        }
        try await waitOut(sent: start)
    }

    /// Nobody replies; a controller that is only silent may have done as it was asked.
    private func loseRequest<Reply>(
        to machine: SimulatedMachine,
        sent start: VirtualTime,
        _ effect: (SimulatedMachine) -> Reply
    ) async throws(BMCError) -> Never {
        try await travel(to: machine)
        if machine.hears, machine.opens(with: credentials),
            machine.timing.happens(Ratio(0.5), in: .controller)
        {
            _ = effect(machine)
        }
        try await waitOut(sent: start)
    }

    private func waitOut(sent start: VirtualTime) async throws(BMCError) -> Never {
        try await wait(until: start + BMCLimits.call)
        throw .unreachable(waited: BMCLimits.call)
    }

    private func travel(to machine: SimulatedMachine) async throws(BMCError) {
        let profile = machine.timing.profile
        let latency = machine.timing.drawLatency(
            profile.controllerLatency,
            on: .managementLink
        )
        try await wait(until: machine.fabric.simulator.now + latency)
    }

    private func wait(until deadline: VirtualTime) async throws(BMCError) {
        do {
            try await process.wait(
                WaitReason("waits for the controller of", addressed.name.text),
                until: deadline
            )
        } catch { throw .revoked }
    }
}
