import BareMetal
import Hardware
import Harness
import Plans
import SimulatedDatacenter
import Simulation

/// Builds a scenario's machines: those of an inventory as it declares them, or generated ones.
struct MachineDealer {
    private let scenario: Scenario
    private var chance: SeededGenerator
    /// Machines dealt so far.
    private var number = 0

    init(_ scenario: Scenario, _ random: SeededGenerator) {
        self.scenario = scenario
        chance = random.branch("machines")
    }

    /// The machines and how each is enrolled, in the same order.
    mutating func deal() -> [(machine: MachineSpecification, node: NodeDescription)] {
        switch scenario.hardware {
        case .inventory(let inventory):
            let racks = scenario.datacenter.racks
            // Dealt in blocks, as machines are racked: the first third into the first rack.
            let block = (inventory.nodes.count + racks.count - 1) / racks.count
            return inventory.nodes.enumerated().map { index, node in
                (machine(for: node, in: racks[index / block]), node)
            }
        case .machines(let groups):
            var number = 0
            return groups.flatMap { group in
                group.names.map { name in
                    number += 1
                    let node = Self.node(name, of: group, number: number)
                    return (machine(for: node, in: group), node)
                }
            }
        }
    }

    /// What an inventory leaves open is drawn from what is usual.
    private mutating func machine(
        for node: NodeDescription, in rack: RackName
    ) -> MachineSpecification {
        let size = node.disk ?? .gibibytes(100)
        let disks = DiskRack.disks(size: size, hints: node.rootDevice, number: next())
        return machine(
            for: node, in: rack, processors: node.processors ?? 8,
            memory: node.memory ?? .gibibytes(16), disks: disks,
            wire: scenario.datacenter.management.wire(for: node.driver))
    }

    private mutating func machine(
        for node: NodeDescription, in group: MachineGroup
    ) -> MachineSpecification {
        let number = next()
        let disks = group.disks.enumerated().map { index, disk in
            DiskRack.disk(
                index, size: disk.size, number: number, serial: disk.serial,
                isRotational: disk.isRotational, model: disk.model, wwn: disk.wwn,
                medium: disk.medium)
        }
        return machine(
            for: node, in: group.rack, processors: group.processors, memory: group.memory,
            disks: disks, raid: DiskRack.controllers(group.raid), model: group.model,
            wire: group.wire)
    }

    private mutating func machine(
        for node: NodeDescription, in rack: RackName, processors: Int, memory: ByteCount,
        disks: [DiskFacts], raid: [RAIDControllerSpecification] = [],
        model: MachineModel = .standard, wire: ManagementProtocol?
    ) -> MachineSpecification {
        let power = scenario.datacenter.power
        defer { number += 1 }
        return MachineSpecification(
            name: MachineName(node.name.text), rack: rack,
            controller: ControllerSpecification(
                address: node.bmc, driver: node.driver, credentials: node.credentials,
                wire: wire),
            identity: BMCIdentity(
                manufacturer: "Updraft", product: "Simulated", serialNumber: serial()),
            processor: ProcessorFacts(
                count: processors, architecture: node.architecture ?? "x86_64",
                model: "Simulated CPU"),
            memory: memory, disks: disks, raidControllers: raid,
            interfaces: node.ports.enumerated().map { index, port in
                InterfaceFacts(
                    name: "eno\(index + 1)", address: port.address, hasCarrier: true,
                    speed: scenario.datacenter.nic)
            }, model: model,
            supplies: power.supplies(ofMachine: number),
            rating: PowerRating(
                idle: power.idle, busy: power.busy, inrush: power.inrush),
            restorePolicy: power.restore, restoreDelay: .zero...power.restoreWithin)
    }

    private mutating func next() -> UInt64 { chance.next() }

    private mutating func serial() -> String {
        String(next() & 0xffff_ffff, radix: 36, uppercase: true)
    }

    /// How a generated machine is enrolled: addresses follow from its number.
    private static func node(
        _ name: NodeName, of group: MachineGroup, number: Int
    ) -> NodeDescription {
        let octets = (number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff)
        let mac = MACAddress(rawValue: 0x5254_0000_0000 | UInt64(number))
        return NodeDescription(
            name: name, uuid: nil, driver: group.wire == .redfish ? "redfish" : "ipmi",
            bmc: BMCAddress(host: "10.\(16 + octets.0).\(octets.1).\(octets.2)"),
            credentials: BMCCredentials(user: "admin", password: "password"),
            ports: [PortDescription(address: mac, physicalNetwork: nil)],
            processors: group.processors, memory: group.memory, disk: nil,
            architecture: "x86_64",
            capabilities: capabilities(of: group),
            rootDevice: group.rootDevice, resourceClass: nil, line: 0,
            conductorGroup: group.conductorGroup,
            settings: group.volume.map { _ in
                DriverSettings(interfaces: ["storage_interface": "external"])
            }, traits: group.traits, targetRAID: group.targetRAID,
            skippedDevices: group.skippedDevices, offSwitch: group.offSwitch)
    }

    private static func capabilities(of group: MachineGroup) -> [Capability] {
        let profile = group.profile.map { Capability(name: Capability.profileName, value: $0.text) }
        return [Capability(name: Node.rackCapability, value: group.rack.text)]
            + (profile.map { [$0] } ?? [])
    }
}
