public import Documents
import Hardware

/// As libvirt takes it (libvirt.org, "Domain XML format").
extension DomainDescription {
    public var xml: XMLElement {
        var domain = XMLElement("domain", ["type": type], [XMLElement("name", text: name.text)])
        if let uuid { domain.append(XMLElement("uuid", text: uuid)) }
        domain.append(XMLElement("memory", ["unit": "b"], text: "\(memory.bytes)"))
        domain.append(XMLElement("vcpu", text: "\(processors)"))
        domain.append(system)
        if let identity { domain.append(Self.sysinfo(identity)) }
        domain.append(
            XMLElement(
                "features", [:], isForX86 ? [XMLElement("acpi"), XMLElement("apic")] : []))
        // A guest without the processor's help has no use for the host's model.
        if type == "kvm" { domain.append(XMLElement("cpu", ["mode": "host-passthrough"])) }
        domain.append(XMLElement("on_poweroff", text: "destroy"))
        domain.append(XMLElement("on_reboot", text: "restart"))
        domain.append(XMLElement("on_crash", text: "destroy"))
        domain.append(devices)
        return domain
    }

    private var isForX86: Bool { ["x86_64", "i686"].contains(architecture.text) }

    /// What libvirt's test hypervisor describes is never run.
    private var isReal: Bool { type != "test" }

    private var system: XMLElement {
        var system = XMLElement("os")
        if firmware == .uefi { system[attribute: "firmware"] = "efi" }
        var type = XMLElement("type", ["arch": architecture.text], text: "hvm")
        if isReal { type[attribute: "machine"] = isForX86 ? "q35" : "virt" }
        system.append(type)
        for device in bootOrder {
            guard let kind = device.kind else { continue }
            system.append(XMLElement("boot", ["dev": kind]))
        }
        if isReal, firmware == .bios, isForX86 {
            // The firmware, too, is seen at the console.
            system.append(XMLElement("bios", ["useserial": "yes"]))
        }
        if identity != nil { system.append(XMLElement("smbios", ["mode": "sysinfo"])) }
        return system
    }

    private static func sysinfo(_ identity: BMCIdentity) -> XMLElement {
        let entries = [
            ("manufacturer", identity.manufacturer), ("product", identity.product),
            ("serial", identity.serialNumber),
        ]
        let told = entries.filter { !$0.1.isEmpty }
        return XMLElement(
            "sysinfo", ["type": "smbios"],
            [
                XMLElement(
                    "system", [:],
                    told.map { XMLElement("entry", ["name": $0.0], text: $0.1) })
            ])
    }

    private var devices: XMLElement {
        var devices = XMLElement("devices")
        for (index, disk) in disks.enumerated() { devices.append(Self.element(disk, index)) }
        // An empty drive, into which media can be put.
        devices.append(
            XMLElement(
                "disk", ["type": "file", "device": "cdrom"],
                [XMLElement("target", ["dev": "sda", "bus": "sata"]), XMLElement("readonly")]))
        for interface in interfaces { devices.append(Self.element(interface)) }
        devices.append(console)
        if isReal {
            devices.append(XMLElement("video", [:], [XMLElement("model", ["type": "vga"])]))
        }
        return devices
    }

    private static func element(_ disk: DomainDisk, _ index: Int) -> XMLElement {
        var element = XMLElement(
            "disk", ["type": "file", "device": "disk"],
            [
                XMLElement("driver", ["name": "qemu", "type": disk.format.rawValue]),
                XMLElement("source", ["file": disk.path]),
                XMLElement("target", ["dev": "vd\(letters(index))", "bus": "virtio"]),
            ])
        if let serial = disk.serial { element.append(XMLElement("serial", text: serial)) }
        return element
    }

    /// a to z, aa, ab and so on, as the kernel names disks.
    private static func letters(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
        return index < 26 ? last : letters(index / 26 - 1) + last
    }

    private static func element(_ interface: DomainInterface) -> XMLElement {
        let (type, source): (String, XMLElement?) =
            switch interface.cable {
            case .network(let name): ("network", XMLElement("source", ["network": name]))
            case .bridge(let name): ("bridge", XMLElement("source", ["bridge": name]))
            case .user: ("user", nil)
            }
        return XMLElement(
            "interface", ["type": type],
            [XMLElement("mac", ["address": interface.address.description])]
                + [source].compactMap { $0 } + [XMLElement("model", ["type": "virtio"])])
    }

    private var console: XMLElement {
        var serial = XMLElement("serial", ["type": "pty"])
        if let consoleLog {
            serial.append(XMLElement("log", ["file": consoleLog, "append": "on"]))
        }
        return serial
    }
}
