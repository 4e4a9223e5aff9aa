import Documents
import Foundation
import Hardware
import Libvirt
import Testing

@Suite(
    "Virtual machines of QEMU", .serialized,
    .enabled(
        if: RunningLibvirtd.isInstalled,
        "SKIPPED: libvirtd with its QEMU driver or qemu-system-x86_64 is not installed"))
struct QEMUTests {
    /// A machine with an empty disk and no system, for as long as a test needs it.
    private func withMachine(
        _ body: (LibvirtController, RunningLibvirtd) async throws -> Void
    ) async throws {
        let daemon = try RunningLibvirtd()
        let hypervisor = try await daemon.hypervisor()
        let controller = hypervisor.controller(of: "node")
        do {
            try await hypervisor.define(try Self.machine(daemon).xml)
            try await body(controller, daemon)
        } catch {
            Issue.record(error)
        }
        // A domain would outlive its daemon.
        try? await controller.setPower(.off)
        await hypervisor.close()
    }

    private static func machine(_ daemon: RunningLibvirtd) throws -> DomainDescription {
        var machine = DomainDescription(
            "node", type: "qemu", processors: 1, memory: .mebibytes(64))
        let disk = daemon.folder.appending(path: "data/node.raw").path
        try Data(count: 1 << 20).write(to: URL(filePath: disk))
        chmod(disk, 0o666)
        machine.disks = [DomainDisk(path: disk, format: .raw, size: .mebibytes(1))]
        machine.interfaces = [DomainInterface(MACAddress(rawValue: 0x5254_0000_0001), .user)]
        machine.bootOrder = [.disk, .network]
        machine.consoleLog = daemon.folder.appending(path: "data/node.log").path
        machine.identity = BMCIdentity(
            manufacturer: "Updraft", product: "Testbed", serialNumber: "S1")
        return machine
    }

    /// What the console has shown so far.
    private func console(_ controller: LibvirtController) async throws -> String {
        let path = try #require(try await controller.consoleLogPath())
        return (try? String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)) ?? ""
    }

    /// Waits until the firmware has begun so many times, or more often, and has first tried to
    /// start from a place.
    private func expect(
        _ place: String, fromStart number: Int, _ controller: LibvirtController
    ) async throws {
        for _ in 0..<600 {
            let starts = try await console(controller).split(separator: "SeaBIOS (version")
            let tries = starts.dropFirst(number).map {
                $0.split(separator: "Booting from ").dropFirst().first
            }
            if tries.contains(where: { $0?.hasPrefix("\(place)...") == true }) { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("It does not start from \(place): \(try await console(controller))")
    }

    @Test("do what every controller does")
    func contract() async throws {
        try await withMachine { controller, _ in
            let contract = BMCContract(bmc: controller)
            try await contract.switchesPower()
            try await contract.resets()
            try await contract.tellsWhoItIs()
            try await contract.chooses(.network, .once)
            try await contract.chooses(.virtualMedia, .persistent)
            #expect(try await controller.identity().product == "Testbed")
        }
    }

    @Test("start over the network once where they are asked to, and from their disk again")
    func boot() async throws {
        try await withMachine { controller, _ in
            try await controller.setBootOverride(BootOverride(.network, .once))
            try await controller.setPower(.on)
            try await expect("ROM", fromStart: 1, controller)
            #expect(try await controller.bootOverride() == nil)
            try await controller.setPower(.reset)
            try await expect("Hard Disk", fromStart: 2, controller)
        }
    }

    @Test("show their console while they run, to one who listens, and their screen")
    func console() async throws {
        try await withMachine { controller, _ in
            try await controller.setPower(.on)
            let console = try await DomainConsole.open(controller)
            let rival = await #expect(throws: LibvirtError.self) {
                _ = try await DomainConsole.open(controller)
            }
            #expect(rival != nil)
            try await controller.setPower(.reset)
            var shown = ""
            for await bytes in console.output {
                shown += String(decoding: bytes, as: UTF8.self)
                if shown.contains("SeaBIOS") { break }
            }
            console.type([0x20])
            #expect(try await !controller.screenshot().bytes.isEmpty)
            await console.close()
        }
    }

    @Test("tell what happens to them, and that their hypervisor is gone")
    func events() async throws {
        let daemon = try RunningLibvirtd()
        let hypervisor = try await daemon.hypervisor()
        try await hypervisor.define(try Self.machine(daemon).xml)
        let events = try await hypervisor.events()
        let controller = hypervisor.controller(of: "node")
        try await controller.setPower(.on)
        try await controller.setPower(.off)
        daemon.stop()
        var kinds: [DomainEvent.Kind] = []
        // It ends with the daemon.
        for await event in events { kinds.append(event.kind) }
        #expect(kinds.filter { [.started, .stopped].contains($0) } == [.started, .stopped])
        let error = await #expect(throws: BMCError.self) { _ = try await controller.powerState() }
        #expect(error?.isTransient == true)
    }

    @Test("a domain behind a fake controller is kept up with, also where its guest restarts")
    func kept() async throws {
        try await withMachine { controller, _ in
            let facts = try await controller.facts().machine
            let keeper = DomainKeeper(
                [(controller.domain, facts)], on: controller.hypervisor
            ) {
                Issue.record("\($0): \($1)")
            }
            var host = keeper.hosts[0]
            let running = Task { await keeper.run() }
            try await wait { host.isControllerPowered }
            host.setBootOverride(BootOverride(.network, .once))
            #expect(host.bootOverride?.device == .network)
            host.perform(.powerUp)
            try await wait { host.powerState == .on && host.bootOverride == nil }
            try await expect("ROM", fromStart: 1, controller)
            // As somebody at the guest's keyboard does, who knows of no controller.
            try await controller.restartGuest()
            try await expect("Hard Disk", fromStart: 2, controller)
            host.perform(.powerDown)
            try await wait { host.powerState == .off }
            running.cancel()
            await running.value
        }
    }

    private func wait(until isSo: () -> Bool) async throws {
        for _ in 0..<1000 where !isSo() { try await Task.sleep(for: .milliseconds(20)) }
        #expect(isSo())
    }
}
