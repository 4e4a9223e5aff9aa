import Documents
import Hardware

/// What a domain tries to start from, in its order.
///
/// libvirt has two ways of writing it that exclude each other (libvirt.org, "Domain XML format",
/// BIOS bootloader and `boot order`): kinds of devices, under `os`, or numbers at the devices.
enum BootOrder: Sendable, Hashable {
    case kinds([String])
    /// Devices by their ``DeviceKey``.
    case devices([String])

    /// Of a domain.
    init(of domain: XMLElement) {
        let numbered = Self.devices(of: domain).compactMap { key, device in
            device.child("boot")?[attribute: "order"].flatMap(Int.init).map { (key, $0) }
        }
        guard numbered.isEmpty else {
            self = .devices(numbered.sorted { $0.1 < $1.1 }.map(\.0))
            return
        }
        let boots = domain.child("os")?.children(named: "boot") ?? []
        self = .kinds(boots.compactMap { $0[attribute: "dev"] })
    }

    /// The same with a device before all others.
    ///
    /// - Returns: nil where the domain lacks the device.
    func beginning(with device: BootDevice, of domain: XMLElement) -> BootOrder? {
        let fitting = Self.devices(of: domain).filter { Self.isThere(device, $0.device) }.map(\.key)
        guard let first = fitting.first else { return nil }
        switch self {
        case .kinds(let kinds):
            guard let kind = device.kind else { return nil }
            return .kinds([kind] + kinds.filter { $0 != kind })
        case .devices(let keys):
            let chosen = keys.filter(fitting.contains)
            let leading = chosen.isEmpty ? [first] : chosen
            return .devices(leading + keys.filter { !leading.contains($0) })
        }
    }

    /// Writes it into a domain, in place of the order there.
    func write(to domain: inout XMLElement) {
        domain.change("os") { $0.removeChildren { $0.name == "boot" } }
        switch self {
        case .kinds(let kinds):
            domain.change("os") { os in
                for kind in kinds { os.append(XMLElement("boot", ["dev": kind])) }
            }
            Self.number([], in: &domain)
        case .devices(let keys): Self.number(keys, in: &domain)
        }
    }

    private static func number(_ keys: [String], in domain: inout XMLElement) {
        domain.change("devices") { devices in
            var place = 0
            devices.changeChildren { device in
                defer { place += 1 }
                guard bootable.contains(device.name) else { return }
                device.removeChildren { $0.name == "boot" }
                guard let index = keys.firstIndex(of: key(of: device, at: place)) else { return }
                device.append(XMLElement("boot", ["order": "\(index + 1)"]))
            }
        }
    }

    // MARK: Devices

    private static let bootable: Set<String> = ["disk", "hostdev", "interface", "redirdev"]

    private static func devices(
        of domain: XMLElement
    ) -> [(key: String, device: XMLElement)] {
        let devices = domain.child("devices")?.children ?? []
        return devices.enumerated().filter { bootable.contains($0.element.name) }.map {
            (key(of: $0.element, at: $0.offset), $0.element)
        }
    }

    /// What a device is known by in its domain: a disk's name there, an interface's address, the
    /// place among the others.
    private static func key(of device: XMLElement, at place: Int) -> String {
        let name =
            switch device.name {
            case "disk": device.child("target")?[attribute: "dev"]
            case "interface": device.child("mac")?[attribute: "address"]
            default: nil as String?
            }
        return "\(device.name)/\(name ?? String(place))"
    }

    private static func isThere(_ wanted: BootDevice, _ device: XMLElement) -> Bool {
        switch wanted {
        case .network: device.name == "interface"
        // Without the attribute, a disk is one (libvirt.org, "Hard drives").
        case .disk:
            device.name == "disk" && ["disk", nil].contains(device[attribute: "device"])
        case .virtualMedia: device.name == "disk" && device[attribute: "device"] == "cdrom"
        case .setup: false
        }
    }
}
