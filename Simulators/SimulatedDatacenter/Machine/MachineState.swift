import Hardware
import OrderedCollections
import Simulation

/// All about a machine that changes.
struct MachineState: Sendable {
    /// A change of power that was accepted and has not happened yet.
    struct PendingPower: Sendable {
        let action: PowerAction
        let origin: PowerOrigin
        /// Tells the timer that this change is still the one asked for.
        let number: Int64
    }

    var power = PowerState.off
    var stage = MachineStage.off
    var pending: PendingPower?
    var faults: OrderedSet<HardwareFault> = []
    /// Whether one of its supplies has current.
    var hasMains = true
    /// Whether the machine is off only because its power went away, or its main board died.
    var comesBackOn = false
    /// Until when it draws more than it runs on, because it has just come on.
    var inrushEnd = VirtualTime.zero
    var bootOverride: BootOverride?
    /// What the machine finds, in the order of their places: its own disks, then RAID volumes.
    var disks: [SimulatedDisk]
    /// The software RAID on its disks; each is one of ``disks`` too.
    var arrays: [SoftwareArray] = []
    /// Nil on a machine without a RAID controller.
    var raid: RAIDArray?
    var log = SystemEventLog(.dropsOldest)
    var controller = ControllerState()
    var settings = FirmwareSettings()
    /// What the last self test found to be amiss; it holds until the next.
    var findings: OrderedSet<HardwareFault> = []
    /// The machine whose network interfaces this one has; nil for its own.
    var interfacesOf: SimulatedMachine?
    /// How far the date fell back when the machine was last started without a clock's battery.
    var lostDate: Duration = .zero
    /// What the firmware got stuck on that somebody at the machine can help with.
    var awaitsKey = false
    /// Whether the system that was started last hangs.
    var hasHung = false
    /// The network of the switch port that it is plugged into.
    var vlan = VLAN.ctlplane
    private var lastPending: Int64 = 0

    init(disks: [SimulatedDisk]) { self.disks = disks }

    var booted: BootedSystem? {
        if case .running(let booted) = stage { return booted }
        return nil
    }

    /// Whether the main board can be powered at all.
    var hasPower: Bool {
        hasMains && !faults.contains(.powerLoss) && !faults.contains(.machineDead)
    }

    /// The power goes away: what is on, or on its way, is to come back.
    mutating func notePowerLoss() {
        comesBackOn = comesBackOn || (pending?.action.outcome ?? power) == .on
        pending = nil
    }

    /// Takes on a change of power; nil where there is nothing to do or it is under way already.
    ///
    /// The last hard command wins. A soft one needs a guest that hears it and no hard one ahead.
    mutating func begin(_ action: PowerAction, from origin: PowerOrigin) -> PendingPower? {
        if pending?.action == action { return nil }
        // A board that is dead obeys at once: it is off, and is to stay so when it is replaced.
        if action.outcome == .off { comesBackOn = false }
        switch action {
        case .on, .off:
            if power == action.outcome {
                pending = nil
                return nil
            }
        case .reset:
            if power == .off { return nil }
        case .softOff, .softReboot:
            if booted == nil || pending.map({ !$0.action.isSoft }) ?? false { return nil }
        }
        lastPending += 1
        let begun = PendingPower(action: action, origin: origin, number: lastPending)
        pending = begun
        return begun
    }
}

extension PowerAction {
    /// Whether the guest has a say.
    var isSoft: Bool { self == .softOff || self == .softReboot }
}
