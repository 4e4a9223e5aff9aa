import Hardware
import Networks
import NodeAgent
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A node with a remote root volume")
struct BootFromVolumeTests {
    private static let target = SANTarget(
        portal: "192.0.2.5:3260", name: "iqn.2004-10.org.example:volume", lun: 1)

    private static func record(_ index: Int, type: String = "iscsi") -> VolumeTarget {
        var record = VolumeTarget(
            uuid: Identifier(text: "volume-\(index)"), node: "node-1", volumeType: type,
            volumeID: "v\(index)", bootIndex: index)
        record.properties = [
            "target_portal": .text(target.portal), "target_iqn": .text(target.name),
            "target_lun": .integer(target.lun),
        ]
        return record
    }

    /// A node in the pool with these volumes and this storage interface.
    private static func found(
        _ bench: Bench, _ storage: StorageInterface, _ volumes: [VolumeTarget]
    ) async throws -> Station {
        let station = try await bench.found(in: .available) {
            $0.driverSettings = DriverSettings(
                interfaces: ["storage_interface": storage.rawValue])
        }
        var transaction = Transaction()
        for volume in volumes { transaction.insert(volume) }
        try await bench.store.handle(for: bench.operatorProcess).commit(transaction)
        return station
    }

    private static func steps(_ bench: Bench) -> [StepName] {
        bench.events.read { $0 }.compactMap {
            if case .step(_, let step)? = $0 as? BareMetalEvent { return step }
            return nil
        }
    }

    @Test(
        "should_write_image is false for a boot index of 0: no ramdisk is started, none written",
        arguments: [StorageInterface.external, .cinder])
    func skipsWriting(_ storage: StorageInterface) throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(bench, storage, [Self.record(1), Self.record(0)])
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(900))
            #expect(bench.machine.writes == 0)
            let steps = Self.steps(bench)
            #expect(!steps.contains("write_image") && !steps.contains("deploy"))
            #expect(steps.contains("prepare_instance_boot") && steps.last == "boot_instance")
        }
    }

    @Test("the boot device is the network for good, where the volume is offered until tear-down")
    func bootsOverNetwork() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(bench, .external, [Self.record(0)])
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(900))
            #expect(bench.machine.override == BootOverride(.network, .persistent))
            let offered = bench.store.snapshot(of: VolumeBoot.self).map(\.document.target)
            #expect(offered == [Self.target])
            #expect(bench.store.snapshot(of: PXEConfiguration.self).isEmpty)
            try await station.conductor.request(.undeploy, of: "node-1")
            try await bench.reach(.available, within: .seconds(900))
            #expect(bench.store.snapshot(of: VolumeBoot.self).isEmpty)
            let left = bench.store.snapshot(of: VolumeTarget.self)
            #expect(left.count == 1, "It is nobody's to wipe.")
        }
    }

    @Test("volumes without a boot index of 0, or without a storage interface, leave the disk")
    func localDisk() throws {
        for (storage, volume) in [
            (StorageInterface.external, Self.record(1)), (.noop, Self.record(0)),
        ] {
            let bench = Bench()
            try bench.run {
                let station = try await Self.found(bench, storage, [volume])
                try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
                try await bench.reach(.active, within: .seconds(900))
                #expect(bench.machine.writes == 1)
                #expect(bench.machine.override == BootOverride(.disk, .persistent))
            }
        }
    }

    @Test("a root volume that nobody can start from fails the deployment, with the reason")
    func noAddress() throws {
        let bench = Bench()
        try bench.run {
            let volume = Self.record(0, type: "fibre_channel")
            let station = try await Self.found(bench, .external, [volume])
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.reach(.deployFailed, within: .seconds(900))
            #expect(bench.node.lastError?.contains("names no iSCSI portal") == true)
        }
    }
}
