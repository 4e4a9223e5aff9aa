import Hardware
import Networks
import NodeAgent
import Simulation
import World

/// A machine on the bench: power, a boot override, a disk, and a real agent in its ramdisk.
final class BenchMachine: Sendable {
    /// What runs on it.
    enum System: Sendable, Hashable {
        case nothing
        case ramdisk
        case disk(ImageDigest)
    }

    private struct State {
        var power: PowerState = .off
        var override: BootOverride?
        var disk: ImageDigest?
        var system: System = .nothing
        var agent: SimulatedProcess?
        /// Counts the times it was switched on, so that a boot that was cut short does not end.
        var starts = 0
        var manner: BenchBMC.Manner = .sound
        var calls = 0
        var writes = 0
        var commands: [PowerAction] = []
        var writeDuration: Duration = .seconds(60)
        /// Who its controller says it is; nil for itself.
        var alias: BMCIdentity?
        /// What the ramdisk that runs lets people in with.
        var rescuePassword: RescuePassword?
        var softwareRAID: [SoftwareRAIDDevice] = []
    }

    /// From power on until something runs.
    static let bootDuration: Duration = .seconds(90)

    let facts: MachineFacts
    let bmc: BMCAddress
    let address: HostAddress
    private let simulator: Simulator
    private let state: Confined<State>
    /// Starts the ramdisk's agent, if the machine is offered one.
    private let ramdisk: Confined<(@Sendable (BenchMachine) -> SimulatedProcess?)?>

    init(_ number: Int, _ simulator: Simulator) {
        self.simulator = simulator
        bmc = BMCAddress(host: "192.0.2.\(number)")
        address = HostAddress("machine-\(number)")
        state = Confined(simulator, State())
        ramdisk = Confined(simulator, nil)
        facts = Self.facts(number)
    }

    func onNetworkBoot(_ start: @escaping @Sendable (BenchMachine) -> SimulatedProcess?) {
        ramdisk.write { $0 = start }
    }

    var power: PowerState { state.read(\.power) }
    var system: System { state.read(\.system) }
    var disk: ImageDigest? { state.read(\.disk) }
    var writes: Int { state.read(\.writes) }
    var calls: Int { state.read(\.calls) }
    var commands: [PowerAction] { state.read(\.commands) }
    var override: BootOverride? {
        get { state.read(\.override) }
        set { state.write { $0.override = newValue } }
    }
    var manner: BenchBMC.Manner {
        get { state.read(\.manner) }
        set { state.write { $0.manner = newValue } }
    }
    var alias: BMCIdentity? {
        get { state.read(\.alias) }
        set { state.write { $0.alias = newValue } }
    }
    var identity: BMCIdentity { alias ?? facts.identity }
    var writeDuration: Duration {
        get { state.read(\.writeDuration) }
        set { state.write { $0.writeDuration = newValue } }
    }

    var rescuePassword: RescuePassword? {
        get { state.read(\.rescuePassword) }
        set { state.write { $0.rescuePassword = newValue } }
    }

    var softwareRAID: [SoftwareRAIDDevice] {
        get { state.read(\.softwareRAID) }
        set { state.write { $0.softwareRAID = newValue } }
    }

    func countCall() { state.write { $0.calls += 1 } }

    func isBusy() -> Bool {
        state.write {
            guard case .busy(let left) = $0.manner else { return false }
            $0.manner = left > 1 ? .busy(left - 1) : .sound
            return left > 0
        }
    }

    func forgets() -> Bool {
        state.write {
            guard case .forgetful(let left) = $0.manner else { return false }
            $0.manner = left > 1 ? .forgetful(left - 1) : .sound
            return left > 0
        }
    }

    func note(_ action: PowerAction) { state.write { $0.commands.append(action) } }

    func apply(_ action: PowerAction) {
        note(action)
        switch action {
        case .on: if power == .off { switchOn() }
        case .off, .softOff: switchOff()
        case .reset, .softReboot:
            switchOff()
            switchOn()
        }
    }

    func install(_ image: ImageDigest?) { state.write { $0.disk = image } }

    func write(_ image: ImageDigest) {
        state.write {
            $0.disk = image
            $0.writes += 1
        }
    }

    /// Power goes away and comes back: what ran is gone, and the machine starts again.
    func loseAndRegainPower() {
        guard power == .on else { return }
        let override = BootOverride(.network, .once)
        let wasRamdisk = system == .ramdisk
        switchOff()
        // Its boot order asks the network first, so an admitted machine comes back to the ramdisk.
        if wasRamdisk { self.override = override }
        switchOn()
    }

    func switchOn() {
        let start = state.write { state -> Int in
            state.power = .on
            state.starts += 1
            return state.starts
        }
        simulator.schedule(at: simulator.now + Self.bootDuration) { self.finishBoot(start) }
    }

    func switchOff() {
        let agent = state.write { state -> SimulatedProcess? in
            defer { state.agent = nil }
            state.power = .off
            state.system = .nothing
            state.rescuePassword = nil
            state.starts += 1
            return state.agent
        }
        agent?.kill()
    }

    private func finishBoot(_ start: Int) {
        guard state.read({ $0.starts == start && $0.power == .on }) else { return }
        let override = self.override
        if override?.persistence == .once { self.override = nil }
        if override?.device == .network, let agent = ramdisk.read({ $0 })?(self) {
            return state.write {
                $0.agent = agent
                $0.system = .ramdisk
            }
        }
        state.write { $0.system = $0.disk.map { .disk($0) } ?? .nothing }
    }

    private static func facts(_ number: Int) -> MachineFacts {
        MachineFacts(
            identity: BMCIdentity(
                manufacturer: "Maker", product: "Server", serialNumber: "S\(number)"),
            processor: ProcessorFacts(count: 8, architecture: "x86_64", model: "Xeon"),
            memory: .gibibytes(32),
            disks: [
                DiskFacts(
                    name: "/dev/sda", model: "Disk", vendor: "Maker", serial: "D\(number)",
                    wwn: "0x\(number)", hctl: "0:0:0:0", byPath: "/dev/disk/by-path/0",
                    size: .gibibytes(100), isRotational: false)
            ],
            interfaces: [
                InterfaceFacts(
                    name: "eno1", address: MACAddress(rawValue: 0x5254_0000_0000 + UInt64(number)),
                    hasCarrier: true, speed: .gigabits(10),
                    neighbour: LinkNeighbour(
                        switchName: "rack-1", port: "Ethernet1/\(number)",
                        chassis: MACAddress(rawValue: 0x0200_0000_0001)))
            ],
            bmcHost: "192.0.2.\(number)", bootMode: .uefi,
            bootInterface: MACAddress(rawValue: 0x5254_0000_0000 + UInt64(number)))
    }
}
