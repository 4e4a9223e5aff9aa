import Hardware
import Harness
import SimulatedDatacenter

/// The disks put into a machine that an inventory describes.
enum DiskRack {
    /// Letters of the kernel's disk names, in order.
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

    /// The declared disk, made so that the node's hints name it, and a second, larger one that
    /// they do not name: a machine with one disk cannot be imaged wrongly.
    static func disks(size: ByteCount, hints: RootDeviceHints?, number: UInt64) -> [DiskFacts] {
        let other = ByteCount(bytes: size.bytes * 2)
        guard let hints, !hints.hints.isEmpty else {
            return [
                disk(0, size: size, number: number, serial: nil, isRotational: false),
                disk(1, size: other, number: number, serial: nil, isRotational: true),
            ]
        }
        // Where a hint asks for a place or a sort, try the places until one fits.
        for first in 0..<letters.count {
            for isRotational in [false, true] {
                let named = hinted(first, size, number, hints, isRotational)
                guard hints.rootDevice(among: [named]) != nil else { continue }
                // The first place that neither the hinted disk's place nor its name takes.
                let free = (0...2).first { $0 != first && "/dev/sd\(letters[$0])" != named.name }
                let decoy = disk(
                    free ?? 0, size: other, number: number, serial: nil,
                    isRotational: !isRotational)
                let isTold = hints.rootDevice(among: [decoy, named]) == named
                return (isTold ? [decoy, named] : [named]).sorted { $0.name < $1.name }
            }
        }
        // Nothing fits: the machine is one its hints do not describe, and is to be found out.
        return [disk(0, size: size, number: number, serial: nil, isRotational: false)]
    }

    static func disk(
        _ index: Int, size: ByteCount, number: UInt64, serial: String?, isRotational: Bool,
        model: String? = nil, wwn: String? = nil, medium: DiskMedium = .disk
    ) -> DiskFacts {
        let tag = String(number ^ UInt64(index), radix: 16)
        return DiskFacts(
            name: "/dev/sd\(letters[index % letters.count])",
            model: model ?? (isRotational ? "HDD" : "SSD"), vendor: "Simulated",
            serial: serial ?? "S\(tag)",
            wwn: wwn ?? "0x5000\(tag)", hctl: "\(index):0:0:0",
            byPath: "/dev/disk/by-path/pci-0000:00:1f.2-ata-\(index + 1)", size: size,
            isRotational: isRotational, medium: medium)
    }

    /// One controller with the disks of all volumes in its bays; none where there are no volumes.
    static func controllers(_ volumes: [RAIDDescription]) -> [RAIDControllerSpecification] {
        guard !volumes.isEmpty else { return [] }
        let name: RAIDControllerName = "RAID.Integrated.1-1"
        var disks: [RAIDDisk] = []
        var requests: [RAIDVolumeRequest] = []
        for (index, volume) in volumes.enumerated() {
            let bays = (0..<volume.disks).map { bay in
                RAIDDisk(
                    name: RAIDDiskName("Disk.Bay.\(disks.count + bay)"), controller: name,
                    size: volume.size, medium: volume.isRotational ? .hdd : .ssd,
                    attachment: .sas)
            }
            disks += bays
            requests.append(
                RAIDVolumeRequest(
                    name: RAIDVolumeName("Virtual Disk \(index)"), controller: name,
                    level: volume.level, size: nil, disks: bays.map(\.name)))
        }
        return [RAIDControllerSpecification(name: name, disks: disks, volumes: requests)]
    }

    /// A disk with the texts that the hints ask for.
    private static func hinted(
        _ index: Int, _ size: ByteCount, _ number: UInt64, _ hints: RootDeviceHints,
        _ isRotational: Bool
    ) -> DiskFacts {
        let plain = disk(
            index, size: size, number: number, serial: nil, isRotational: isRotational)
        let sizes = hints.hints.filter { $0.attribute == .size }.compactMap { wanted(by: $0.rule) }
        let exact = sizes.first.flatMap { Int64($0) }.map { ByteCount.gibibytes($0) }
        func text(_ attribute: RootDeviceHint.Attribute, _ usual: String) -> String {
            let hint = hints.hints.first { $0.attribute == attribute }
            return hint.flatMap { wanted(by: $0.rule) } ?? usual
        }
        return DiskFacts(
            name: text(.name, plain.name), model: text(.model, plain.model),
            vendor: text(.vendor, plain.vendor), serial: text(.serial, plain.serial),
            wwn: text(.wwn, plain.wwn), hctl: text(.hctl, plain.hctl),
            byPath: text(.byPath, plain.byPath), size: exact ?? size, isRotational: isRotational,
            wwnWithExtension: text(.wwnWithExtension, plain.wwnWithExtension),
            wwnVendorExtension: text(.wwnVendorExtension, plain.wwnVendorExtension))
    }

    /// A value that satisfies a rule; nil where the rule only excludes some.
    private static func wanted(by rule: RootDeviceRule) -> String? {
        switch rule.operation {
        case .textEqual, .textAtLeast, .textAtMost, .contained, .oneOf, .numberEqual,
            .numberAtLeast, .numberAtMost, .legacyAtLeast:
            rule.operands.first
        default: nil
        }
    }
}
