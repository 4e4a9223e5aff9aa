import Hardware
public import Simulation
import World

extension SimulatedMachine {
    /// What the button at the front does on a machine that is off.
    public func pressPowerButton() { accept(.on) }

    /// What the button does when it is held: off, without the system's consent.
    public func holdPowerButton() { accept(.off) }

    /// Finds the machine on, with the system on its first bootable disk running: as a seed is
    /// that somebody has carried in and started before the run begins.
    ///
    /// - Precondition: the machine is off and a whole image is installed on one of its disks.
    public func bootAtOnce() {
        precondition(
            state.read { $0.power == .off && $0.hasPower },
            "Only a machine that is off is found on."
        )
        let disk = state.read { state in
            state.disks.first { $0.contents?.bootOutcome == .starts }
        }
        guard let disk, let contents = disk.contents else {
            preconditionFailure("\(name) has nothing installed to boot.")
        }
        state.write { $0.power = .on }
        record(.power(name, .on))
        start(.disk(contents.image, contents.extent, disk: disk.facts.name))
    }

    /// The running system shuts itself down and switches the machine off, after the time that
    /// takes. Asked by a process that has ended, nothing happens.
    public func shutDown(by process: SimulatedProcess) {
        if process.isAlive { accept(.softOff) }
    }

    /// The running system restarts the machine.
    public func restart(by process: SimulatedProcess) {
        if process.isAlive { accept(.softReboot) }
    }

    /// Takes on a command, to take effect after a delay.
    func accept(_ action: PowerAction, from origin: PowerOrigin = .machine) {
        guard let pending = state.write({ $0.begin(action, from: origin) }) else { return }
        let delay = timing.draw(action.isSoft ? \.shutdown : \.powerDelay, for: .power)
        let simulator = fabric.simulator
        simulator.schedule(at: simulator.now + delay) { [self] in perform(pending) }
    }

    private func perform(_ pending: MachineState.PendingPower) {
        let isStillAsked = state.write {
            guard $0.pending?.number == pending.number else { return false }
            $0.pending = nil
            return true
        }
        guard isStillAsked else { return }
        switch pending.action {
        case .on:
            beginInrush(pending.origin)
            switchOn()
        case .off, .softOff: switchOff()
        case .reset, .softReboot:
            switchOff()
            switchOn()
        }
    }

    func switchOn() {
        guard state.read({ $0.power == .off && $0.hasPower }) else { return }
        loseDate()
        state.write {
            $0.power = .on
            $0.comesBackOn = false
        }
        updateLinks()
        updateDraw()
        record(.power(name, .on))
        log(.powerOn, .informational, "power on")
        awaitTrip()
        runFirmware(from: .selfTest)
    }

    func runFirmware(from entry: Firmware.Entry) {
        let firmware = SimulatedProcess(
            "\(name)/firmware",
            on: fabric.simulator,
            clock: clock
        )
        state.write {
            $0.stage = .firmware(firmware)
            $0.awaitsKey = false
            $0.hasHung = false
        }
        nameDisks()
        firmware.spawn { [self] in
            await Firmware(machine: self, process: firmware).run(from: entry)
        }
    }

    /// Takes the power away. Everything that runs ends here, between two of its steps.
    func switchOff() {
        let ended: MachineStage? = state.write { state in
            guard state.power == .on else { return nil }
            defer { state.stage = .off }
            state.power = .off
            state.hasHung = false
            state.pending = nil
            return state.stage
        }
        guard let ended else { return }
        ended.process?.kill()
        updateLinks()
        updateDraw()
        record(.power(name, .off))
        log(.powerOff, .informational, "power off")
    }

    /// The firmware hands over to what it has loaded.
    func start(_ system: BootedSystem.System) {
        let process = SimulatedProcess(
            "\(name)/\(system.processName)",
            on: fabric.simulator,
            clock: clock
        )
        let booted = BootedSystem(machine: self, system: system, process: process)
        let firmware: SimulatedProcess? = state.write { state in
            defer { state.stage = .running(booted) }
            return state.stage.process
        }
        firmware?.kill()
        updateLinks()
        updateDraw()
        switch system {
        case .ramdisk(let offer, _):
            fabric.network.lend(HostAddress(offer.leased), to: self, while: process)
            if let files = offer.files {
                record(
                    .bootedRamdisk(
                        name, kernel: files.kernel.digest, ramdisk: files.ramdisk.digest))
            }
        case .disk(let image, let extent, let disk):
            record(.bootedDisk(name, disk: disk, contents: image, extent: extent))
            fillEphemeral(on: disk, with: image)
            breakOffFilling()
            fillArrays()
            awaitTimeServer(process)
        }
        fabric.boots.announce(booted)
    }

    /// The firmware has nothing left to try.
    func stick(_ reason: String) {
        let firmware: SimulatedProcess? = state.write { state in
            defer { state.stage = .stuck }
            return state.stage.process
        }
        record(.bootFailed(name, reason: reason))
        log(.bootFailed, .critical, "boot failed: \(reason)")
        firmware?.kill()
    }
}

extension BootedSystem.System {
    fileprivate var processName: String {
        switch self {
        case .ramdisk: "ramdisk"
        case .disk: "os"
        }
    }
}
