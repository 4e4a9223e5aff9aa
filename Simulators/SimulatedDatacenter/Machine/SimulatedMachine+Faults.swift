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
            state.write {
                // One of the two may have found the machine off because of the other.
                let wasOn = ($0.pending?.action.outcome ?? $0.power) == .on
                $0.comesBackOn = wasOn || (!$0.hasPower(without: fault) && $0.comesBackOn)
                $0.pending = nil
            }
            switchOff()
        case .linkLoss: updateLinks()
        case .bmcSilent, .bmcForgets, .diskFull, .tornImage: break
        }
    }

    /// Lets a fault end. What it left behind stays.
    func repair(_ fault: HardwareFault) {
        guard state.write({ $0.faults.remove(fault) }) != nil else { return }
        record(.fault(name, fault, .ended))
        switch fault {
        case .powerLoss, .machineDead:
            if state.read({ $0.comesBackOn && $0.hasPower }) { accept(.on) }
        case .linkLoss: updateLinks()
        case .bmcSilent, .bmcForgets, .diskFull, .tornImage: break
        }
    }
}
