import Documents
import Hardware
import Libvirt
import Testing

@Suite("Where a domain boots from")
struct BootTests {
    @Test("an override for one boot ends with that boot, and the order before it is back")
    func once() async throws {
        let domain = try await TestDomain()
        try await domain.controller.setBootOverride(BootOverride(.network, .once, mode: .bios))
        #expect(try await domain.kinds() == ["network", "hd"])
        try await domain.controller.setPower(.on)
        #expect(try await domain.controller.bootOverride() == nil)
        #expect(try await domain.kinds() == ["hd", "network"])
        #expect(try await domain.controller.description().child("metadata") == nil)
    }

    @Test("one boot's override, asked for of a running domain, waits for its next start")
    func onceWhileOn() async throws {
        let domain = try await TestDomain()
        try await domain.controller.setPower(.on)
        let override = BootOverride(.network, .once)
        try await domain.controller.setBootOverride(override)
        #expect(try await domain.controller.bootOverride() == override)
        try await domain.controller.setPower(.reset)
        #expect(try await domain.controller.bootOverride() == nil)
        #expect(try await domain.kinds() == ["hd", "network"])
    }

    @Test("a boot that somebody else ordered uses an override up as well")
    func startedElsewhere() async throws {
        let domain = try await TestDomain()
        try await domain.controller.setBootOverride(BootOverride(.network, .once))
        var description = try await domain.controller.description()
        let note = try #require(description.child("metadata"))
        try await domain.controller.setPower(.on)
        // As it is where the start did not come through here: the note is still there.
        description.removeChildren { $0.name == "metadata" }
        description.append(note)
        try await domain.hypervisor.define(description)
        #expect(try await domain.controller.bootOverride() == nil)
        #expect(try await domain.kinds() == ["hd", "network"])
    }

    @Test("an override for all boots stays, and goes back to what was before the first of them")
    func persistent() async throws {
        let domain = try await TestDomain()
        for device in [BootDevice.network, .virtualMedia] {
            let override = BootOverride(device, .persistent)
            try await domain.controller.setBootOverride(override)
            try await domain.controller.setPower(.on)
            #expect(try await domain.controller.bootOverride() == override)
            try await domain.controller.setPower(.off)
        }
        #expect(try await domain.kinds() == ["cdrom", "hd", "network"])
        try await domain.controller.setBootOverride(nil)
        #expect(try await domain.kinds() == ["hd", "network"])
    }

    @Test("a device that the machine lacks is refused, and nothing is changed")
    func absent() async throws {
        let domain = try await TestDomain { description in
            description.change("devices") { $0.removeChildren { $0.name == "interface" } }
        }
        await #expect(throws: BMCError.unsupported(.network)) {
            try await domain.controller.setBootOverride(BootOverride(.network, .once))
        }
        #expect(try await domain.kinds() == ["hd", "network"])
    }

    @Test("numbers at devices are kept where a domain has them")
    func numbers() async throws {
        let domain = try await TestDomain { description in
            description.change("os") { $0.removeChildren { $0.name == "boot" } }
            description.change("devices") { devices in
                devices.changeChildren { device in
                    guard device[attribute: "device"] != "cdrom" else { return }
                    let order = device.name == "disk" ? "1" : "2"
                    guard ["disk", "interface"].contains(device.name) else { return }
                    device.append(XMLElement("boot", ["order": order]))
                }
            }
        }
        try await domain.controller.setBootOverride(BootOverride(.virtualMedia, .persistent))
        #expect(try await orders(domain) == ["vda=2", "sda=1", "\(TestDomain.mac)=3"])
        try await domain.controller.setBootOverride(BootOverride(.network, .persistent))
        #expect(try await orders(domain) == ["vda=2", "\(TestDomain.mac)=1"])
        try await domain.controller.setBootOverride(nil)
        #expect(try await orders(domain) == ["vda=1", "\(TestDomain.mac)=2"])
        #expect(try await domain.kinds() == [])
    }

    private func orders(_ domain: TestDomain) async throws -> [String] {
        let devices = try await domain.controller.description().child("devices")
        return (devices?.children ?? []).compactMap { device in
            guard let order = device.child("boot")?[attribute: "order"] else { return nil }
            let name =
                device.child("target")?[attribute: "dev"].flatMap { $0.isEmpty ? nil : $0 }
                ?? ""
            let mac = device.child("mac")?[attribute: "address"]
            return "\(mac ?? name)=\(order)"
        }
    }
}
