import Hardware
import Simulation
import World

extension SimulatedMachine {
    /// The machine whose controller answers at this machine's address.
    var answering: SimulatedMachine { state.look { $0.controller.neighbour } ?? self }

    /// Whether a call to the controller gets a reply.
    var answersController: Bool { hears && !has(.bmcSilent) }

    /// Whether the controller has current, be it that it has not started yet.
    var hasStandbyPower: Bool { state.look { $0.hasMains && !$0.faults.contains(.powerLoss) } }

    /// Whether a controller that sends no replies still hears what it is told: it has current, and
    /// has started since that came back.
    var hears: Bool {
        state.look {
            $0.hasMains && !$0.faults.contains(.powerLoss)
                && fabric.simulator.now >= $0.controller.backAt
        }
    }

    /// What the machine is known by on the management network.
    var number: Int { outlet.look { $0 } }

    /// Tells that somebody who spoke to the controller has met a fault that is in force, once.
    func meet(_ fault: HardwareFault) {
        guard state.write({ $0.controller.met.insert(fault).inserted }) else { return }
        fabric.recorder.record(WireEvent.met(name, fault))
    }

    /// Somebody asks for a connection while the controller starts, and is refused.
    func meetRefusal() { fabric.recorder.record(WireEvent.refused(name)) }

    /// The controller has come back, and knows nothing of sessions that were open.
    func loseSessions() { fabric.recorder.record(WireEvent.sessionLost(name)) }

    /// The controller has no session left for somebody who asks for one.
    func turnAway() {
        if has(.bmcSessionsFull) { return meet(.bmcSessionsFull) }
        fabric.recorder.record(WireEvent.turnedAway(name))
    }

    /// How often the controller has restarted.
    var controllerLife: Int { state.look { $0.controller.life } }

    /// What a controller's clock shows that is right, since 1970: that of its machine.
    var controllerDate: Duration { .nanoseconds(clock.date) }

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

    /// Takes a power command, and tells who gave it.
    func takeCommand(_ action: PowerAction, from caller: String) {
        fabric.recorder.record(MachineEvent.powerCommand(name, action), from: caller)
        obey(action)
    }

    /// Takes a boot override, and tells who gave it.
    func takeOverride(_ override: BootOverride?, from caller: String) {
        fabric.recorder.record(MachineEvent.bootCommand(name, override), from: caller)
        if has(.bmcForgets) { return }
        state.write { $0.bootOverride = override }
    }

    /// What a diagnostic interrupt does: the running system dumps its memory and restarts.
    func interrupt() {
        if has(.bmcForgets) || !isUp { return }
        log(.diagnosticInterrupt, .critical, "NMI")
        accept(.reset)
    }

    func light(_ indicator: IndicatorState) {
        if !has(.bmcForgets) { state.write { $0.controller.indicator = indicator } }
    }

    /// - Returns: why nothing was taken, or nil.
    func askForSettings(_ assignments: [BIOSAssignment]) -> String? {
        has(.bmcForgets) ? nil : state.write { $0.settings.ask(for: assignments) }
    }

    func askForFactorySettings() {
        if !has(.bmcForgets) { state.write { $0.settings.askForFactoryValues() } }
    }

    /// - Returns: why the volume is not built, or nil.
    func obeyVolume(_ request: RAIDVolumeRequest) -> String? {
        has(.bmcForgets) ? nil : buildVolume(request)
    }

    func obeyRemoval(of volume: RAIDVolumeName) {
        if !has(.bmcForgets) { removeVolume(volume) }
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
        log(.controllerRestarted, .informational, "controller restarted")
    }
}

extension SimulatedMachine {
    /// The sensors as the controller tells them, which need not be what they show.
    func tellSensors() -> [SensorReading] {
        state.read { $0.controller.frozenSensors } ?? readSensors()
    }

    func clearLog() {
        let date = Duration.nanoseconds(clock.date)
        state.write { $0.log.clear(at: date + $0.log.clockError) }
    }

    /// One component complains until the log is full.
    func fillLog() {
        for _ in 0..<SystemEventLog.capacity {
            log(.memoryError, .warning, "correctable memory error")
        }
    }
}
