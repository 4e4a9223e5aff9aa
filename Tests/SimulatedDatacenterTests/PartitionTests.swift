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

@Suite("A disk that is told to erase itself")
struct SecureEraseTests {
    private static func erase(
        _ fault: HardwareFault?, password: Bool = true
    ) throws -> (Result<Bool, DeviceError>, erased: Int) {
        let disk = DiskLab()
        _ = try disk.download().get()
        if let fault { disk.inject(fault) }
        let result = try disk.work { node, process throws(DeviceError) in
            if password {
                try await node.setSecurityPassword(of: "/dev/sda", process: process)
            }
            try await node.secureErase("/dev/sda", by: .ata, process: process)
            return try await node.holdsSignatures("/dev/sda", process: process)
        }
        return (result, disk.lab.events(of: "disk.erased").count)
    }

    @Test("holds nothing afterwards, and has no password")
    func erased() throws {
        let (result, erased) = try Self.erase(nil)
        #expect(result == .success(false))
        #expect(erased == 1)
    }

    @Test("does nothing without a password, or frozen, or locked by somebody else's")
    func refused() throws {
        let cases: [(HardwareFault?, Bool, String)] = [
            (nil, false, "it has no password to erase itself by"),
            (.diskFrozen, true, "its security is frozen"),
            (.diskLocked, true, "it is locked by a password"),
        ]
        for (fault, password, reason) in cases {
            let (result, erased) = try Self.erase(fault, password: password)
            #expect(result == .failure(.securityRefused("/dev/sda", reason: reason)))
            #expect(erased == 0)
        }
    }

    @Test("may say that it did, and hold what it held")
    func lies() throws {
        let (result, erased) = try Self.erase(.eraseLies)
        #expect(result == .success(true))
        #expect(erased == 0)
    }

    @Test("gives nothing and takes nothing while it is locked, until somebody finds the password")
    func locked() throws {
        let disk = DiskLab()
        disk.inject(.diskLocked)
        let locked = DeviceError.securityRefused("/dev/sda", reason: "it is locked by a password")
        #expect(try disk.download() == .failure(locked))
        disk.repair(.diskLocked)
        #expect(try disk.download() == .success(Lab.image.digest))
    }
}

@Suite("A disk that is pulled out")
struct PulledDiskTests {
    @Test("in the middle of an erasure fails it by name, and so does one that dies")
    func erasure() throws {
        let pulls: [(HardwareFault, DeviceError)] = [
            (.diskUnplugged, .diskGone("/dev/sda", doing: .erase)),
            (.diskDead, .diskDead("/dev/sda")),
        ]
        for (fault, error) in pulls {
            let disk = DiskLab()
            disk.lab.simulator.schedule(at: disk.lab.simulator.now + .milliseconds(500)) {
                disk.inject(fault)
            }
            #expect(try disk.erase() == .failure(error))
        }
    }
}
