import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

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
