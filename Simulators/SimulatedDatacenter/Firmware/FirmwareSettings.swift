import Hardware
import OrderedCollections

/// A machine's BIOS settings: the factory's, what was changed of them, and what is pending until
/// the next reset.
struct FirmwareSettings: Sendable {
    /// What the firmware knows, with the factory's values, in the order of the names.
    static let factory: [BIOSSetting] = [
        BIOSSetting("AssetTag", "", in: .string(0...63), isUnique: true),
        BIOSSetting("BootMode", "Uefi", in: .enumeration(["Uefi", "Bios"])),
        BIOSSetting("LogicalProc", "Enabled", in: .enumeration(["Enabled", "Disabled"])),
        BIOSSetting("MemoryScrubHours", "24", in: .integer(1...168)),
        BIOSSetting(
            "PowerRestorePolicy", "Last", in: .enumeration(["AlwaysOff", "Last", "AlwaysOn"])),
        BIOSSetting("ProcVirtualization", "Enabled", in: .enumeration(["Enabled", "Disabled"])),
        BIOSSetting("QuietBoot", "true", in: .boolean),
        BIOSSetting("SecureBoot", "Disabled", in: .enumeration(["Enabled", "Disabled"])),
        BIOSSetting("SystemModelName", "Simulated", in: .string(0...63), isReadOnly: true),
    ]

    /// Looked up only.
    private var changed: [BIOSSettingName: String] = [:]
    private(set) var pending: OrderedDictionary<BIOSSettingName, String> = [:]

    var all: [BIOSSetting] {
        Self.factory.map { setting in
            guard let value = changed[setting.name] else { return setting }
            return BIOSSetting(
                setting.name, value, in: setting.domain, isReadOnly: setting.isReadOnly,
                isUnique: setting.isUnique)
        }
    }

    var assignments: [BIOSAssignment] {
        pending.map { BIOSAssignment($0.key, $0.value) }
            .sorted { $0.name.text.utf8.lexicographicallyPrecedes($1.name.text.utf8) }
    }

    subscript(name: BIOSSettingName) -> String? {
        changed[name] ?? Self.factory.first { $0.name == name }?.value
    }

    /// - Returns: why nothing was taken, or nil.
    mutating func ask(for assignments: [BIOSAssignment]) -> String? {
        for assignment in assignments {
            guard let setting = Self.factory.first(where: { $0.name == assignment.name }) else {
                return "there is no BIOS setting '\(assignment.name)'"
            }
            if setting.isReadOnly { return "BIOS setting '\(assignment.name)' is read-only" }
            guard setting.domain.contains(assignment.value) else {
                return "BIOS setting '\(assignment.name)' does not take '\(assignment.value)'"
            }
        }
        for assignment in assignments { pending[assignment.name] = assignment.value }
        return nil
    }

    mutating func askForFactoryValues() {
        for setting in Self.factory where !setting.isReadOnly {
            pending[setting.name] = setting.value
        }
    }

    /// A reset takes over what is pending.
    mutating func takeOver() {
        for (name, value) in pending { changed[name] = value }
        pending = [:]
    }
}
