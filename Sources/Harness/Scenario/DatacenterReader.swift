import BareMetal
import Hardware

/// Reads a scenario's `datacenter`, and counts its racks.
struct DatacenterReader {
    private static let keys = [
        "racks", "nic", "uplink", "slow-machines", "power", "network", "management",
    ]

    private let mapping: InputMapping

    init(_ mapping: InputMapping) { self.mapping = mapping }

    func read(_ hardware: ScenarioHardware?) -> DatacenterDescription? {
        let section = mapping["datacenter"]
        let datacenter = section?.mapping(expected: "a mapping that describes the datacenter")
        if section != nil && datacenter == nil { return nil }
        datacenter?.reportUnknownKeys(known: Self.keys)
        return DatacenterDescription(
            racks: racks(datacenter?["racks"], hardware),
            nic: datacenter?["nic"]?.bandwidth() ?? DatacenterDescription.usualNIC,
            uplink: datacenter?["uplink"]?.bandwidth() ?? DatacenterDescription.usualUplink,
            slowMachines: datacenter?["slow-machines"]?.ratio() ?? .never,
            power: PowerReader().read(datacenter?["power"]),
            network: network(datacenter?["network"]),
            management: management(datacenter?["management"], hardware)
        )
    }

    private func management(
        _ cursor: InputCursor?, _ hardware: ScenarioHardware?
    ) -> InventoryManagement {
        if case .machines? = hardware {
            cursor?.report("found a management, expected none: the machines name theirs")
        }
        return cursor?.choice("management", InventoryManagement.self) ?? .direct
    }

    private func network(_ cursor: InputCursor?) -> NetworkInterface {
        let choices: [NetworkInterface] = [.flat, .neutron]
        let word = cursor?.word("network", among: choices.map(\.rawValue))
        return word.flatMap(NetworkInterface.init) ?? .flat
    }

    private func racks(_ cursor: InputCursor?, _ hardware: ScenarioHardware?) -> [RackName] {
        if case .machines(let groups)? = hardware {
            cursor?.report("found a number of racks, expected none: the machines name their racks")
            return Set(groups.map(\.rack)).sorted()
        }
        let count = cursor?.count(DatacenterDescription.rackLimit) ?? 1
        return (1...count).map { RackName("rack-\($0)") }
    }
}
