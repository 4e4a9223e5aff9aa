import Documents
import Hardware
import NodeAgent
import OrderedCollections
import SimulatedDatacenter
import Simulation
import World

/// What a simulated machine's ramdisk tells an introspection, in the forms of the real one.
extension AgentHardware {
    func report(for order: InspectionOrder) async throws(HardwareAccessError) -> String {
        let exercises = order.benchmarks.map(\.exercise)
        if !exercises.isEmpty { try await pass(machine.time(for: exercises)) }
        guard process.isAlive else { throw .stopped }
        let facts = machine.facts
        var document: OrderedDictionary<String, DocumentValue> = [
            "inventory": inventory(facts)
        ]
        // Without hints, the disk that an image would be written to.
        if let disk = RootDeviceChoice().device(among: facts.disks) {
            document["root_disk"] = inventory(of: disk, facts)
        }
        if let address = facts.bootInterface {
            document["boot_interface"] = .string("\(address)")
        }
        for collector in order.collectors {
            switch collector {
            case .inventory: break
            case .extraHardware: document["data"] = .list(tuples(facts, exercises))
            case .lldp: document["lldp_raw"] = facts.rawNeighbours
            case .devices: document["pci_devices"] = .list(devices)
            }
        }
        return DocumentValue.map(document).json
    }

    private func pass(_ time: Duration) async throws(HardwareAccessError) {
        let simulator = process.simulator
        do {
            _ = try await process.wait(
                WaitReason("measures", machine.name.text), until: simulator.now + time)
        } catch { throw .stopped }
    }

    private func inventory(_ facts: MachineFacts) -> DocumentValue {
        var inventory = facts.inventory.map ?? [:]
        var vendor = inventory["system_vendor"]?.map ?? [:]
        vendor["firmware"] = ["vendor": "Updraft", "version": .string(machine.boardFirmware)]
        inventory["system_vendor"] = .map(vendor)
        return .map(inventory)
    }

    private func inventory(of disk: DiskFacts, _ facts: MachineFacts) -> DocumentValue {
        facts.inventory["disks"]?.list?.first { $0["name"]?.string == disk.name } ?? .null
    }

    /// What the `hardware` tool says, which writes every value as text.
    private func tuples(
        _ facts: MachineFacts, _ exercises: [SimulatedMachine.Exercise]
    ) -> [DocumentValue] {
        var tuples: [DocumentValue] = []
        func add(_ kind: String, _ part: String, _ name: String, _ value: String) {
            tuples.append([.string(kind), .string(part), .string(name), .string(value)])
        }
        add("system", "product", "serial", facts.identity.serialNumber)
        add("system", "product", "name", facts.identity.product)
        add("system", "product", "vendor", facts.identity.manufacturer)
        add("firmware", "bios", "version", machine.boardFirmware)
        add("cpu", "logical", "number", "\(facts.processor.count)")
        add("cpu", "physical", "number", "\(max(1, facts.processor.count / 8))")
        add("memory", "total", "size", "\(facts.memory.bytes)")
        for module in machine.memoryModules {
            add("memory", module.bank, "slot", module.slot)
            add("memory", module.bank, "size", "\(module.size.bytes)")
        }
        for disk in facts.disks {
            let name = disk.name.split(separator: "/").last.map(String.init) ?? disk.name
            add("disk", name, "size", "\(disk.size.bytes / 1_000_000_000)")
            add("disk", name, "model", disk.model)
            add("disk", name, "rev", machine.diskFirmware)
            add("disk", name, "rotational", disk.isRotational ? "1" : "0")
        }
        for figure in exercises.isEmpty ? [] : machine.measure(exercises) {
            add(figure.kind, figure.part, figure.name, Self.text(figure.value))
        }
        return tuples
    }

    /// As short as can be: whole numbers have no point.
    private static func text(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\(value)"
    }

    /// A bridge and an adapter, as every server has.
    private var devices: [DocumentValue] {
        [("8086", "6f00", "0000:00:00.0"), ("8086", "1572", "0000:03:00.0")].map { device in
            [
                "vendor_id": .string(device.0), "product_id": .string(device.1),
                "bus": .string(device.2), "class": "020000", "revision": "01",
            ]
        }
    }
}

extension InspectionOrder.Benchmark {
    fileprivate var exercise: SimulatedMachine.Exercise {
        switch self {
        case .processors: .processors
        case .memory: .memory
        case .disks: .disks
        case .network: .network
        }
    }
}
