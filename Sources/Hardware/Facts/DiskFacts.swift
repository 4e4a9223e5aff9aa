/// One block device as the ramdisk sees it (ironic-python-agent's `disks` entry).
public struct DiskFacts: Sendable, Hashable, Codable {
    /// The kernel's name, such as `/dev/sda`. It may change from boot to boot.
    public let name: String
    public let model: String
    public let vendor: String
    public let serial: String
    /// Further forms of the serial number, such as udev's long one.
    public let furtherSerials: [String]
    public let wwn: String
    /// Further world wide names, such as udev's beside the kernel's.
    public let furtherWWNs: [String]
    /// The world wide name with the vendor's part appended; empty where there is none.
    public let wwnWithExtension: String
    /// The vendor's part alone; empty where there is none.
    public let wwnVendorExtension: String
    /// Host, channel, target and LUN, as `0:0:0:0`.
    public let hctl: String
    /// The stable path, such as `/dev/disk/by-path/pci-0000:00:1f.2-ata-1`.
    public let byPath: String
    public let size: ByteCount
    public let isRotational: Bool
    public let medium: DiskMedium

    public init(
        name: String, model: String, vendor: String, serial: String, wwn: String, hctl: String,
        byPath: String, size: ByteCount, isRotational: Bool, furtherSerials: [String] = [],
        furtherWWNs: [String] = [], wwnWithExtension: String = "", wwnVendorExtension: String = "",
        medium: DiskMedium = .disk
    ) {
        self.name = name
        self.model = model
        self.vendor = vendor
        self.serial = serial
        self.wwn = wwn
        self.hctl = hctl
        self.byPath = byPath
        self.size = size
        self.isRotational = isRotational
        self.furtherSerials = furtherSerials
        self.furtherWWNs = furtherWWNs
        self.wwnWithExtension = wwnWithExtension
        self.wwnVendorExtension = wwnVendorExtension
        self.medium = medium
    }

    /// What people are told: the name it has today, and what it is known by tomorrow.
    public var label: String { serial.isEmpty ? name : "\(name) (serial \(serial))" }
}

extension DiskFacts {
    /// Facts written down before all of this was told are those of ordinary disks.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            model: try container.decode(String.self, forKey: .model),
            vendor: try container.decode(String.self, forKey: .vendor),
            serial: try container.decode(String.self, forKey: .serial),
            wwn: try container.decode(String.self, forKey: .wwn),
            hctl: try container.decode(String.self, forKey: .hctl),
            byPath: try container.decode(String.self, forKey: .byPath),
            size: try container.decode(ByteCount.self, forKey: .size),
            isRotational: try container.decode(Bool.self, forKey: .isRotational),
            furtherSerials: try container.decodeIfPresent(
                [String].self, forKey: .furtherSerials) ?? [],
            furtherWWNs: try container.decodeIfPresent([String].self, forKey: .furtherWWNs) ?? [],
            wwnWithExtension: try container.decodeIfPresent(
                String.self, forKey: .wwnWithExtension) ?? "",
            wwnVendorExtension: try container.decodeIfPresent(
                String.self, forKey: .wwnVendorExtension) ?? "",
            medium: try container.decodeIfPresent(DiskMedium.self, forKey: .medium) ?? .disk)
    }
}
