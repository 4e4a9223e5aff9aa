/// A part of a machine by which machines are told apart before their figures are compared, in the
/// reference's order, with its ids and ignored keys.
public enum HardwareComponent: String, Sendable, Hashable, CaseIterable, Codable {
    case hpaController, hpaDisks, megaraidController, megaraidDisks, ahci, ipmi, system, firmware
    case memoryTiming, network, processors

    /// As the reference's reports head it.
    public var title: String {
        switch self {
        case .hpaController: "HPA Controller"
        case .hpaDisks: "HPA Disks"
        case .megaraidController: "Megaraid Controller"
        case .megaraidDisks: "Megaraid Disks"
        case .ahci: "AHCI Controller"
        case .ipmi: "IPMI SDR"
        case .system: "System"
        case .firmware: "Firmware"
        case .memoryTiming: "DDR Timing"
        case .network: "Network Interfaces"
        case .processors: "Processors"
        }
    }

    /// The word by which the reference's `--ignore` leaves it out; `disk` is two of them.
    public var ignoreWord: String {
        switch self {
        case .hpaController: "hpa"
        case .hpaDisks, .megaraidDisks: "disk"
        case .megaraidController: "megaraid"
        case .ahci: "ahci"
        case .ipmi: "ipmi"
        case .system: "system"
        case .firmware: "firmware"
        case .memoryTiming: "memory"
        case .network: "network"
        case .processors: "cpu"
        }
    }

    /// What the kinds of its facts contain.
    func kind(_ defects: Set<CardiffDefect>) -> String {
        guard self == .megaraidDisks else { return ignoreWord }
        return defects.contains(.megaraidDisksLikeHPA) ? "disk" : "pdisk"
    }

    func takes(id: String, _ defects: Set<CardiffDefect>) -> Bool {
        switch self {
        case .hpaDisks: Self.isHPADisk(id)
        case .megaraidDisks where defects.contains(.megaraidDisksLikeHPA): Self.isHPADisk(id)
        case .megaraidDisks:
            id.hasPrefix("disk") && id.dropFirst(4).first?.isNumber == true
        case .ipmi: !id.hasSuffix("Temp") && !id.hasSuffix("RPM")
        case .memoryTiming: id.hasPrefix("DDR")
        case .hpaController, .megaraidController, .ahci, .system, .firmware, .network, .processors:
            true
        }
    }

    /// Keys that contain one of these differ between machines of one make, and say nothing.
    func ignoredKeys(_ defects: Set<CardiffDefect>) -> [String] {
        switch self {
        case .hpaController: ["cache_serial_number", "serial_number"]
        case .hpaDisks: Self.hpaDiskKeys
        case .megaraidController:
            [
                "SerialNo", "SasAddress", "ControllerTemperature", "VendorSpecific",
                "RocTemperature",
            ]
        case .megaraidDisks where defects.contains(.megaraidDisksLikeHPA): Self.hpaDiskKeys
        case .megaraidDisks:
            ["Wwn", "SasAddress", "DriveTemperature", "InquiryData[2]", "DeviceId"]
        case .ipmi: ["mac-address", "ip-address"]
        case .system: ["serial", "uuid"]
        case .network: ["serial", "ipv4"] + Self.measuredKeys(defects, ["bandwidth", "requests"])
        case .processors:
            ["bogomips", "loops_per_sec", "bandwidth", "cache_size", "/temperature"]
        case .ahci, .firmware, .memoryTiming: []
        }
    }

    private static let hpaDiskKeys = [
        "current_temperature_(c)", "maximum_temperature_(c)", "serial_number",
    ]

    /// The reference holds the network's figures for hardware, so that every machine that was
    /// measured is a group of its own.
    private static func measuredKeys(_ defects: Set<CardiffDefect>, _ keys: [String]) -> [String] {
        defects.contains(.networkFiguresGroup) ? [] : keys
    }

    /// As the reference's `(\d+)I:(\d+):(\d+)`.
    static func isHPADisk(_ id: String) -> Bool {
        let parts = id.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].hasSuffix("I"), parts[0].utf8.count > 1 else {
            return false
        }
        return parts[0].dropLast().allSatisfy(\.isNumber) && !parts[1].isEmpty
            && parts[1].allSatisfy(\.isNumber) && parts[2].first?.isNumber == true
    }
}
