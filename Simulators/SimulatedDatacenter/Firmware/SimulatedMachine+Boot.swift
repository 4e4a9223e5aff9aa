import Hardware
import OrderedCollections
import Simulation

extension SimulatedMachine {
    /// What the firmware tries in this boot, in order. An override for one boot is used up by it.
    func takeBootDevices() -> [BootDevice] {
        let override: BootOverride? = state.write { state in
            let told = state.bootOverride
            let sticks = state.faults.contains(.bootOverrideSticks)
            if told?.persistence == .once, !sticks { state.bootOverride = nil }
            guard told?.persistence == .persistent, state.faults.contains(.bootOrderResets) else {
                return told
            }
            state.bootOverride = nil
            return nil
        }
        let order = specification.bootOrder
        if has(.bootOverrideIgnored) { return [.disk] + order.filter { $0 != .disk } }
        guard let first = override?.device else { return order }
        return [first] + order.filter { $0 != first }
    }

    /// Whether the machine has such a device at all.
    func hasDevice(_ device: BootDevice) -> Bool {
        switch device {
        case .network: !specification.interfaces.isEmpty
        case .disk: state.read { !$0.disks.isEmpty }
        case .virtualMedia: false
        case .setup: true
        }
    }

    /// The self test takes stock: what is amiss now is what whatever starts afterwards will see.
    func takeStock() {
        state.write { $0.settings.takeOver() }
        let stock: [HardwareFault] = [.dimmLost, .cpuLost, .nicLost, .nicsFlip]
        let lost = state.write { state in
            let found = OrderedSet(stock.filter { state.faults.contains($0) })
            defer { state.findings = found }
            return found.subtracting(state.findings)
        }
        for finding in lost { log(.selfTestFailed, .critical, "self test: \(finding.finding)") }
    }

    /// What keeps the self test from ending; nil where it ends.
    var obstacle: String? {
        if has(.postHangs) || timing.hangsInPOST { return "the self test does not end" }
        guard has(.postWaitsForKey) else { return nil }
        state.write { $0.awaitsKey = true }
        return "the firmware waits for a key: F1 to continue"
    }

    /// The network interfaces as the machine finds them since its last self test.
    var interfaces: [InterfaceFacts] {
        let (found, other) = state.read { ($0.findings, $0.interfacesOf) }
        var interfaces = specification.interfaces
        if let other {
            interfaces = zip(interfaces, other.specification.interfaces).map {
                $0.with(address: $1.address)
            }
        }
        if found.contains(.nicsFlip) {
            let names = interfaces.map(\.name)
            interfaces = zip(interfaces.reversed(), names).map { $0.with(name: $1) }
        }
        if found.contains(.nicLost) { interfaces = Array(interfaces.dropFirst()) }
        return interfaces
    }

    /// The clock has nothing to run on while the power is off.
    func loseDate() {
        guard has(.clock1970) else { return }
        let shown = Duration.nanoseconds(clock.date)
        clock.stepDate(by: .zero - shown)
        state.write { $0.lostDate += shown }
    }

    /// A system that runs hears a time server after a while.
    func awaitTimeServer(_ process: SimulatedProcess) {
        guard state.read({ $0.lostDate != .zero }) else { return }
        let simulator = fabric.simulator
        let moment = simulator.now + timing.draw(\.timeServer, for: .firmware)
        simulator.schedule(at: moment) { [self] in
            guard process.isAlive, isConnected else { return }
            let lost = state.write { state in
                defer { state.lostDate = .zero }
                return state.lostDate
            }
            clock.stepDate(by: lost)
        }
    }

    /// Somebody comes by and presses the key that the firmware waits for.
    func pressKey() {
        let waits = state.write { state in
            guard state.awaitsKey, case .stuck = state.stage, state.power == .on else {
                return false
            }
            state.awaitsKey = false
            return true
        }
        if waits { runFirmware(from: .boot) }
    }
}

extension HardwareFault {
    /// What the self test writes into the event log.
    fileprivate var finding: String {
        switch self {
        case .dimmLost: "memory modules disabled"
        case .cpuLost: "processor not detected"
        case .nicLost: "network adapter not detected"
        default: "network adapters renumbered"
        }
    }
}

extension InterfaceFacts {
    fileprivate func with(name: String? = nil, address: MACAddress? = nil) -> InterfaceFacts {
        InterfaceFacts(
            name: name ?? self.name,
            address: address ?? self.address,
            hasCarrier: hasCarrier,
            speed: speed
        )
    }
}
