import Hardware
import SimulatedDatacenter
import Simulation

/// A service that the operating system of one machine keeps running: a process that is started
/// again whenever it ends, as long as the system runs (systemd's `Restart=always`).
final class ServiceUnit: Sendable {
    /// Between the end of a process and its next start (systemd's `RestartSec`).
    private static let restartDelay: Duration = .seconds(10)

    private struct State {
        var process: SimulatedProcess?
        /// Nothing is started while somebody holds it down.
        var isHeldDown = false
    }

    let name: String
    private let machine: SimulatedMachine
    private let system: SimulatedProcess
    private let state: Confined<State>
    private let start: @Sendable (SimulatedProcess) -> Void

    /// - Parameter start: gives a new process its work.
    init(
        _ name: String, on machine: SimulatedMachine, system: SimulatedProcess,
        start: @escaping @Sendable (SimulatedProcess) -> Void
    ) {
        self.name = "\(machine.name)/\(name)"
        self.machine = machine
        self.system = system
        self.start = start
        state = Confined(system.simulator, State())
        launch(name)
    }

    /// Kills the process and keeps it from starting again.
    func holdDown() {
        state.write { $0.isHeldDown = true }
        state.read(\.process)?.kill()
    }

    /// Lets it start again.
    func letGo() {
        guard
            state.write({ unit in
                defer { unit.isHeldDown = false }
                return unit.isHeldDown
            })
        else { return }
        restart()
    }

    /// Kills the process; it is started again.
    func crash() { state.read(\.process)?.kill() }

    private func launch(_ shortName: String) {
        guard system.isAlive, !state.read(\.isHeldDown),
            let process = machine.startProcess(shortName)
        else { return }
        state.write { $0.process = process }
        process.onEnd { self.restart() }
        start(process)
    }

    private func restart() {
        let simulator = system.simulator
        guard system.isAlive else { return }
        let shortName = String(name.dropFirst(machine.name.text.count + 1))
        simulator.schedule(at: simulator.now + Self.restartDelay) { self.launch(shortName) }
    }
}
