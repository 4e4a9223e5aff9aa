import Hardware
import Simulation

extension SimulatedMachine {
    /// The machine whose controller answers at this machine's address.
    var answering: SimulatedMachine { state.look { $0.controller.neighbour } ?? self }

    /// Whether a call to the controller gets a reply.
    var answersController: Bool { hears && !has(.bmcSilent) }

    /// Whether a controller that sends no replies still hears what it is told: it has current, and
    /// has started since that came back.
    var hears: Bool {
        state.look {
            $0.hasMains && !$0.faults.contains(.powerLoss)
                && fabric.simulator.now >= $0.controller.backAt
        }
    }

    func opens(with credentials: BMCCredentials) -> Bool {
        !has(.bmcCredentialsLost) && specification.controller?.credentials == credentials
    }

    /// Takes one of the controller's sessions.
    ///
    /// - Returns: whether there was one left.
    func beginSession() -> Bool {
        let limit = timing.profile.controllerSessions
        return state.write {
            guard $0.controller.sessions < limit, !$0.faults.contains(.bmcSessionsFull) else {
                return false
            }
            $0.controller.sessions += 1
            return true
        }
    }

    func endSession() { state.write { $0.controller.sessions -= 1 } }

    /// What the controller says of the power, which need not be so.
    var toldPower: PowerState {
        state.look {
            if $0.faults.contains(.bmcSaysOn) { return .on }
            if $0.faults.contains(.bmcSaysOff) { return .off }
            return $0.controller.frozenPower ?? $0.power
        }
    }

    /// What the controller makes of a power command.
    func obey(_ action: PowerAction) {
        if has(.bmcForgets) { return }
        if has(.bmcLate) {
            return obey(action, after: timing.draw(\.lateCommand, for: .controller))
        }
        accept(action, from: .controller)
        if has(.bmcRepeats) { obey(action, after: timing.profile.repeatedCommand) }
    }

    /// A controller that restarts meanwhile forgets what it still had to do.
    private func obey(_ action: PowerAction, after delay: Duration) {
        let life = state.read { $0.controller.life }
        let simulator = fabric.simulator
        simulator.schedule(at: simulator.now + delay) { [self] in
            if state.read({ $0.controller.life == life }) { accept(action, from: .controller) }
        }
    }

    /// Restarts the controller; the machine runs on.
    func restartController() {
        let absence = timing.draw(\.controllerRestart, for: .controller)
        state.write {
            $0.controller.backAt = fabric.simulator.now + absence
            $0.controller.life += 1
            if $0.bootOverride?.persistence == .once { $0.bootOverride = nil }
        }
    }
}

extension SimulatedMachine {
    /// The sensors as the controller tells them, which need not be what they show.
    func tellSensors() -> [SensorReading] {
        state.read { $0.controller.frozenSensors } ?? readSensors()
    }

    /// One component complains until the log is full.
    func fillLog() {
        for _ in 0..<MachineState.logLimit {
            log(.warning, "correctable memory error")
        }
    }
}
