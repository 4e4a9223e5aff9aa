import Hardware
import OrderedCollections
import Simulation
import World

extension SimulatedMachine {
    /// Lets a fault begin. One that is in force already stays as it is.
    func inject(_ fault: HardwareFault) {
        guard state.write({ $0.faults.append(fault).inserted }) else { return }
        record(.fault(name, fault, .began))
        switch fault {
        case .powerLoss, .machineDead:
            state.write { $0.notePowerLoss() }
            switchOff()
        case .supplyDead: fabric.grid.setFirstSupply(isDead: true, of: outlet.read { $0 })
        case .linkLoss, .packetLoss, .linkSlow: updateLinks()
        case .wrongVLAN: port.rackSwitch.misplace(plug)
        case .cablesSwapped: noteVLAN()
        case .bmcResets: restartController()
        case .bmcPowerStale: state.write { $0.controller.frozenPower = $0.power }
        case .bmcSensorsStale:
            let readings = readSensors()
            state.write { $0.controller.frozenSensors = readings }
        case .bmcLogFull: fillLog()
        case .osHangs: hang()
        case .fansFail, .coolingLost: heatChanged()
        case .sectorError, .bitRot, .misdirectedWrite, .tornWrite, .lostWrite, .diskDead, .diskSlow,
            .diskReadOnly, .diskUnplugged, .diskFrozen, .diskLocked, .eraseLies:
            befallDisk(fault)
        case .raidDegraded: degradeVolume()
        case .raidBattery: setBattery(isGood: false)
        default: break  // Whoever does what it spoils asks for it.
        }
    }

    /// Lets a fault end. What it left behind stays.
    func repair(_ fault: HardwareFault) {
        guard state.write({ $0.faults.remove(fault) }) != nil else { return }
        state.write { _ = $0.controller.met.remove(fault) }
        record(.fault(name, fault, .ended))
        switch fault {
        case .powerLoss: restore()
        case .machineDead:
            if state.read({ $0.comesBackOn && $0.hasPower }) { accept(.on) }
        case .supplyDead: fabric.grid.setFirstSupply(isDead: false, of: outlet.read { $0 })
        case .linkLoss, .packetLoss, .linkSlow: updateLinks()
        case .wrongVLAN: port.rackSwitch.putBack(plug)
        case .cablesSwapped: noteVLAN()
        case .bmcPowerStale: state.write { $0.controller.frozenPower = nil }
        case .bmcSensorsStale: state.write { $0.controller.frozenSensors = nil }
        case .postWaitsForKey: pressKey()
        case .fansFail, .coolingLost: heatChanged()
        case .osHangs: if state.read({ $0.hasHung }) { accept(.reset) }
        case .sectorError, .bitRot, .misdirectedWrite, .tornWrite, .lostWrite, .diskDead, .diskSlow,
            .diskReadOnly, .diskUnplugged, .diskFrozen, .diskLocked, .eraseLies:
            mendDisks(fault)
        case .raidDegraded: replaceMembers()
        case .raidBattery: setBattery(isGood: true)
        default: break
        }
    }

    /// What runs stops answering, with the power on. Only a power cycle helps.
    private func hang() {
        let ended: SimulatedProcess? = state.write { state in
            guard case .running(let booted) = state.stage else { return nil }
            state.stage = .stuck
            state.hasHung = true
            return booted.process
        }
        guard let ended else { return }
        ended.kill()
        updateLinks()
        log(.systemStopped, .critical, "OS stopped")
    }

    /// Whether this machine's power, controller or interfaces can be taken for those of another of
    /// its rack, and the other way round.
    func canBeTaken(for other: SimulatedMachine) -> Bool {
        guard other !== self, let own = specification.controller,
            let others = other.specification.controller
        else { return false }
        return specification.rack == other.specification.rack && own.driver == others.driver
            && specification.interfaces.count == other.specification.interfaces.count
    }
}
