import Hardware
import Simulation
import World

/// The controller of a machine on the bench, which misbehaves as it is told.
struct BenchBMC: BMC {
    /// What a controller does wrong.
    enum Manner: Sendable, Hashable {
        case sound
        /// Never answers.
        case silent
        /// Refuses user and password.
        case unauthorized
        /// Says that it is busy so many times.
        case busy(Int)
        /// Accepts so many commands without doing them.
        case forgetful(Int)
        /// Passes on what it is told to a guest that does not shut down.
        case deafGuest
        /// Answers each fifth call, just in time, and does not switch when it is told to.
        case slow
    }

    let process: SimulatedProcess
    let machine: BenchMachine
    let meter: StepMeter

    func powerState() async throws(BMCError) -> PowerState {
        try await ask { $0.power }
    }

    func setPower(_ action: PowerAction) async throws(BMCError) {
        try await tell { machine in
            switch machine.manner {
            case .slow: break
            case .deafGuest where action == .softOff || action == .softReboot: machine.note(action)
            default: machine.apply(action)
            }
        }
    }

    func bootOverride() async throws(BMCError) -> BootOverride? {
        try await ask { $0.override }
    }

    func setBootOverride(_ override: BootOverride?) async throws(BMCError) {
        try await tell { $0.override = override }
    }

    func identity() async throws(BMCError) -> BMCIdentity {
        try await ask { $0.identity }
    }

    func sensors() async throws(BMCError) -> [SensorReading] { try await ask { _ in [] } }
    func eventLog() async throws(BMCError) -> [EventLogEntry] { try await ask { _ in [] } }
    func clearEventLog() async throws(BMCError) { try await ask { _ in } }

    private func tell(_ command: (BenchMachine) -> Void) async throws(BMCError) {
        try await ask { machine in
            if !machine.forgets() { command(machine) }
        }
    }

    private func ask<Value>(_ body: (BenchMachine) -> Value) async throws(BMCError) -> Value {
        meter.step()
        machine.countCall()
        switch machine.manner {
        case .silent:
            try await travel(BMCLimits.call)
            throw .unreachable(waited: BMCLimits.call)
        case .unauthorized:
            try await travel(.milliseconds(20))
            throw .unauthorized
        case .busy where machine.isBusy():
            try await travel(.milliseconds(20))
            throw .busy
        case .slow:
            try await travel(BMCLimits.call)
            guard machine.calls % 5 == 0 else { throw .unreachable(waited: BMCLimits.call) }
            return body(machine)
        case .sound, .busy, .forgetful, .deafGuest:
            try await travel(.milliseconds(20))
            let value = body(machine)
            try await travel(.milliseconds(20))
            return value
        }
    }

    private func travel(_ duration: Duration) async throws(BMCError) {
        do {
            try await process.wait(
                WaitReason("waits for a controller"), until: process.simulator.now + duration)
        } catch { throw .revoked }
    }
}
