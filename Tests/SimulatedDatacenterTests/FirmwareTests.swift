import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("Firmware")
struct FirmwareTests {
    private static func start(_ lab: Lab, under fault: HardwareFault) -> SimulatedMachine {
        lab.startSeed()
        lab.datacenter.inject(fault, on: "node-1")
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
        return lab.node
    }

    private static let installed = [InstalledImage(Lab.image, on: "/dev/sda")]

    private static func override(_ override: BootOverride, _ lab: Lab) throws {
        let node = lab.node
        try lab.run { try await lab.bmc(of: node, for: $0).setBootOverride(override) }
    }

    private static func current(_ lab: Lab) throws -> BootOverride? {
        let node = lab.node
        return try lab.run { try await lab.bmc(of: node, for: $0).bootOverride() }
    }

    @Test("that ignores an override starts the disk")
    func ignored() throws {
        let lab = Lab(installed: Self.installed)
        try Self.override(BootOverride(.network, .once), lab)
        let node = Self.start(lab, under: .bootOverrideIgnored)
        #expect(node.system?.isRamdisk == false)
    }

    @Test("keeps an override for one boot where it is to be used up")
    func sticks() throws {
        let lab = Lab()
        let once = BootOverride(.network, .once)
        try Self.override(once, lab)
        #expect(Self.start(lab, under: .bootOverrideSticks).system?.isRamdisk == true)
        #expect(try Self.current(lab) == once)
    }

    @Test("that goes back to its factory order drops a lasting override")
    func resets() throws {
        let lab = Lab(installed: Self.installed)
        try Self.override(BootOverride(.disk, .persistent), lab)
        #expect(Self.start(lab, under: .bootOrderResets).system?.isRamdisk == true)
        #expect(try Self.current(lab) == nil)
    }

    @Test("without boot entries starts nothing from a disk")
    func entries() {
        let lab = Lab(bootOrder: [.disk], installed: Self.installed)
        #expect(Self.start(lab, under: .bootEntriesLost).system == nil)
        #expect(lab.text(of: "machine.boot-failed") == ["reason=disk: no boot entry for any disk"])
    }

    @Test("hangs in its self test, or waits for a key and goes on when it is pressed")
    func post() {
        let hanging = Lab()
        #expect(Self.start(hanging, under: .postHangs).system == nil)
        hanging.datacenter.repair(.postHangs, on: "node-1")
        hanging.pass(.seconds(900))
        #expect(hanging.node.system == nil)
        let waiting = Lab()
        #expect(Self.start(waiting, under: .postWaitsForKey).system == nil)
        waiting.datacenter.repair(.postWaitsForKey, on: "node-1")
        waiting.pass(.seconds(900))
        #expect(waiting.node.system?.isRamdisk == true)
    }

    @Test("finds a part missing from the next start on")
    func parts() {
        let lab = Lab()
        lab.startSeed()
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
        lab.datacenter.inject(.dimmLost, on: "node-1")
        lab.datacenter.inject(.cpuLost, on: "node-1")
        #expect(lab.node.facts.memory == .gibibytes(64))
        lab.node.holdPowerButton()
        lab.pass(.seconds(10))
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
        #expect(lab.node.facts.memory == .gibibytes(32))
        #expect(lab.node.facts.processor.count == 16)
        lab.datacenter.inject(.nicLost, on: "node-1")
        lab.node.holdPowerButton()
        lab.pass(.seconds(10))
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
        #expect(lab.node.facts.interfaces.isEmpty)
        #expect(lab.node.system == nil)
    }

    @Test("asks an interface first that leads nowhere, and finds the right one after a minute")
    func wrongInterface() {
        let (straight, astray) = (Lab(), Lab())
        straight.startSeed()
        straight.node.pressPowerButton()
        straight.pass(.seconds(900))
        #expect(Self.start(astray, under: .pxeWrongNIC).system?.isRamdisk == true)
        let moments = [straight, astray].map { $0.events(of: "machine.booted-ramdisk")[0].at }
        #expect(moments[1] - moments[0] >= .seconds(55))
    }

    @Test("gives two machines each other's addresses")
    func interfaces() {
        let lab = Lab(racks: 1)
        let addresses = lab.nodes.map { $0.facts.interfaces.map(\.address) }
        lab.datacenter.inject(.macsSwapped, on: "node-1")
        #expect(lab.nodes.map { $0.facts.interfaces.map(\.address) } == addresses.reversed())
        lab.datacenter.repair(.macsSwapped, on: "node-1")
        #expect(lab.nodes.map { $0.facts.interfaces.map(\.address) } == addresses)
    }

    @Test("without a battery starts in 1970, and a time server brings the date back")
    func battery() {
        let lab = Lab(bootOrder: [.disk], installed: Self.installed)
        let year2026 = Int64(1_767_225_600) * 1_000_000_000
        lab.datacenter.inject(.clock1970, on: "node-1")
        lab.node.pressPowerButton()
        lab.pass(.seconds(20))
        #expect(lab.node.clock.date < 60 * 1_000_000_000)
        #expect(lab.node.clock.monotonic > 0)
        lab.pass(.seconds(1200))
        #expect(lab.node.clock.date > year2026)
    }

    @Test("takes settings over at the next start, and refuses what it does not know")
    func settings() throws {
        let lab = Lab()
        let node = lab.node
        let wish = BIOSAssignment("SecureBoot", "Enabled")
        try lab.run { process in
            let bmc = try #require(lab.bmc(of: node, for: process) as? any BIOSControl)
            try await bmc.setBIOSSettings([wish])
            #expect(try await bmc.pendingBIOSSettings() == [wish])
            for wrong in [
                BIOSAssignment("SecureBoot", "Perhaps"), BIOSAssignment("Nothing", "1"),
                BIOSAssignment("SystemModelName", "Other"),
            ] {
                await #expect(throws: BMCError.self) { try await bmc.setBIOSSettings([wrong]) }
            }
            #expect(try await bmc.pendingBIOSSettings() == [wish])
        }
        node.pressPowerButton()
        lab.pass(.seconds(300))
        try lab.run { process in
            let bmc = try #require(lab.bmc(of: node, for: process) as? any BIOSControl)
            let setting = try await bmc.biosSettings().first { $0.name == "SecureBoot" }
            #expect(setting?.value == "Enabled")
            #expect(try await bmc.pendingBIOSSettings().isEmpty)
        }
    }
}
