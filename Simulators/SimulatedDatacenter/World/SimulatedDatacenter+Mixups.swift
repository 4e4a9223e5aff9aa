import Hardware
import Simulation

extension SimulatedDatacenter {
    /// Lets two machines of a rack be taken for each other: the one named, and the next one in the
    /// order of the specification that is not mixed up already. Without a second one nothing
    /// happens but the fault.
    func mixUp(_ fault: HardwareFault, _ machine: SimulatedMachine) {
        guard !machine.has(fault) else { return }
        let all = machines
        let start = (all.firstIndex { $0 === machine } ?? 0) + 1
        let partner = (all[start...] + all[..<start]).first {
            $0.canBeTaken(for: machine) && !$0.has(fault)
        }
        machine.inject(fault)
        guard let partner else { return }
        partner.inject(fault)
        machine.setPartner(partner, by: fault)
        partner.setPartner(machine, by: fault)
    }

    /// Sorts out two machines that were taken for each other.
    func sortOut(_ fault: HardwareFault, _ machine: SimulatedMachine) {
        let partner = machine.partner(by: fault)
        for one in [machine, partner].compactMap({ $0 }) {
            one.repair(fault)
            one.setPartner(nil, by: fault)
        }
    }
}

extension HardwareFault {
    /// Whether it befalls two machines at a time.
    var isMixup: Bool { self == .bmcSwapped || self == .macsSwapped }
}

extension SimulatedMachine {
    fileprivate func partner(by fault: HardwareFault) -> SimulatedMachine? {
        state.read { fault == .bmcSwapped ? $0.controller.neighbour : $0.interfacesOf }
    }

    fileprivate func setPartner(_ partner: SimulatedMachine?, by fault: HardwareFault) {
        state.write {
            if fault == .bmcSwapped {
                $0.controller.neighbour = partner
            } else {
                $0.interfacesOf = partner
            }
        }
    }
}
