import Documents
import Hardware
import Libvirt
import Testing

@Suite("A machine described as a domain")
struct DomainDescriptionTests {
    private var server: DomainDescription {
        var server = DomainDescription(
            "server", type: "kvm", processors: 4, memory: .gibibytes(8))
        server.firmware = .uefi
        server.disks = (0..<28).map {
            DomainDisk(
                path: "/var/lib/a&b/\($0).qcow2", format: .qcow2, size: .gibibytes(20),
                serial: "node-1-\($0)")
        }
        server.interfaces = [
            DomainInterface(TestDomain.mac, .network("provisioning")),
            DomainInterface(MACAddress(rawValue: 0x5254_0000_0002), .bridge("br0")),
            DomainInterface(MACAddress(rawValue: 0x5254_0000_0003), .user),
        ]
        server.consoleLog = "/var/log/node-1.log"
        server.identity = BMCIdentity(manufacturer: "Updraft", product: "", serialNumber: "S1")
        return server
    }

    @Test("has what it was asked to have")
    func whole() throws {
        let xml = server.xml
        #expect(xml.child("memory")?.content == "8589934592")
        #expect(xml.child("os")?[attribute: "firmware"] == "efi")
        #expect(
            xml.child("os")?.children(named: "boot").map { $0[attribute: "dev"] }
                == ["network", "hd"])
        let devices = try #require(xml.child("devices"))
        let names = devices.children(named: "disk").compactMap {
            $0.child("target")?[attribute: "dev"]
        }
        #expect(names.prefix(2) == ["vda", "vdb"])
        #expect(names.suffix(4) == ["vdz", "vdaa", "vdab", "sda"])
        #expect(
            devices.children(named: "interface").map { $0[attribute: "type"] }
                == ["network", "bridge", "user"])
        #expect(
            devices.child("serial")?.child("log")?[attribute: "file"] == "/var/log/node-1.log")
        let entries = xml.child("sysinfo")?.child("system")?.children.map(\.content)
        #expect(entries == ["Updraft", "S1"])
        #expect(xml.text.contains("file=\"/var/lib/a&amp;b/0.qcow2\""))
    }

    @Test("is what libvirt takes, and tells back")
    func accepted() async throws {
        var description = server
        description.type = "test"
        description.identity = nil
        let hypervisor = Hypervisor(try LibvirtURI("test:///default"))
        let types = try await hypervisor.domainTypes(for: "i686")
        #expect(types == ["test"])
        var xml = description.xml
        xml.change("os") { os in
            os[attribute: "firmware"] = nil
            os.change("type") { $0[attribute: "arch"] = "i686" }
        }
        try await hypervisor.define(xml)
        let controller = hypervisor.controller(of: "server")
        let told = try await controller.description()
        #expect(told.child("devices")?.children(named: "disk").count == 29)
        #expect(told.child("vcpu")?.content == "4")
        #expect(try await controller.consoleLogPath() == "/var/log/node-1.log")
    }
}
