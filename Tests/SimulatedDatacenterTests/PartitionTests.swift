import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

@Suite("A divided disk")
struct PartitionTests {
    private static let table = PartitionTable(
        PartitionLayout(root: .gibibytes(4), ephemeral: .gibibytes(2)), for: .uefi)

    private static func divide(_ disk: DiskLab) throws {
        _ = try disk.work { node, process throws(DeviceError) in
            try await node.makePartitions(table, on: "/dev/sda", process: process)
            _ = try await node.download(
                Lab.image, from: "seed", to: "/dev/sda", over: .partition(.root),
                process: process)
            try await node.makeFileSystem(
                "ext4", on: .ephemeral, of: "/dev/sda", process: process)
        }.get()
    }

    @Test("starts the system on its root partition, which uses the ephemeral one")
    func starts() throws {
        let disk = DiskLab()
        try Self.divide(disk)
        #expect(disk.node.ephemeral(on: "/dev/sda")?.data == nil)
        disk.restart()
        #expect(disk.node.system?.system == .disk(Lab.image.digest, .whole, disk: "/dev/sda"))
        #expect(disk.node.ephemeral(on: "/dev/sda")?.data != nil)
    }

    @Test("keeps its ephemeral partition when root is written anew")
    func keeps() throws {
        let disk = DiskLab()
        try Self.divide(disk)
        disk.restart()
        let data = disk.node.ephemeral(on: "/dev/sda")?.data
        _ = try disk.work { node, process throws(DeviceError) in
            try await node.download(
                Lab.image, from: "seed", to: "/dev/sda", over: .partition(.root),
                process: process)
        }.get()
        #expect(disk.node.ephemeral(on: "/dev/sda")?.data == data)
        #expect(disk.lab.events(of: "disk.partition-lost").isEmpty)
        disk.restart()
        #expect(disk.node.ephemeral(on: "/dev/sda")?.data == data, "It is used further.")
    }

    /// What takes an ephemeral partition away.
    enum Loss: String, CaseIterable {
        case format, division, wholeImage, wipe, erasure
    }

    @Test("tells that its ephemeral partition is lost, whatever took it", arguments: Loss.allCases)
    func loses(loss: Loss) throws {
        let disk = DiskLab()
        try Self.divide(disk)
        _ = try disk.work { node, process throws(DeviceError) in
            switch loss {
            case .format:
                try await node.makeFileSystem(
                    "xfs", on: .ephemeral, of: "/dev/sda", process: process)
            case .division:
                try await node.makePartitions(Self.table, on: "/dev/sda", process: process)
            case .wholeImage:
                _ = try await node.download(
                    Lab.image, from: "seed", to: "/dev/sda", process: process)
            case .wipe: try await node.wipe(.ephemeral, of: "/dev/sda", process: process)
            case .erasure: try await node.erase("/dev/sda", .metadata, process: process)
            }
        }.get()
        #expect(disk.lab.events(of: "disk.partition-lost").count == 1)
        let left = disk.node.ephemeral(on: "/dev/sda")
        #expect(loss == .format ? left?.format == "xfs" : left == nil)
    }

    @Test("takes no image on a partition that it does not have, or that is too small")
    func noRoom() throws {
        let disk = DiskLab()
        let missing = try disk.work { node, process throws(DeviceError) in
            try await node.download(
                Lab.image, from: "seed", to: "/dev/sda", over: .partition(.root),
                process: process)
        }
        #expect(missing == .failure(.noSuchPartition("/dev/sda", .root)))
        let small = PartitionTable(PartitionLayout(root: .mebibytes(1)), for: .uefi)
        let tight = try disk.work { node, process throws(DeviceError) in
            try await node.makePartitions(small, on: "/dev/sda", process: process)
            return try await node.download(
                Lab.image, from: "seed", to: "/dev/sda", over: .partition(.root),
                process: process)
        }
        #expect(tight == .failure(.tooSmall("/dev/sda", Lab.image.size)))
    }

    @Test("is found not to be divided where it lost the write that it acknowledged")
    func lostTable() throws {
        let disk = DiskLab()
        disk.inject(.lostWrite)
        let found = try disk.work { node, process throws(DeviceError) in
            try await node.makePartitions(Self.table, on: "/dev/sda", process: process)
            return try await node.partitionTable(of: "/dev/sda", process: process)
        }
        #expect(found == .success(nil))
    }
}
