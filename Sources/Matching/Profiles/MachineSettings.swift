package import Documents
package import OrderedCollections

/// What a machine is given with its profile: what its specification's variables stand for, and its
/// entry of the configuration database.
package struct MachineSettings: Sendable, Hashable {
    /// What the reference writes into an entry that a machine has.
    static let usedKey = "used"

    package var values: OrderedDictionary<String, DocumentValue>

    package init(_ values: OrderedDictionary<String, DocumentValue> = [:]) { self.values = values }

    init(_ texts: OrderedDictionary<String, String>) {
        values = texts.mapValues(DocumentValue.string)
    }

    var isUsed: Bool { values[Self.usedKey] != nil }

    /// Whether every one of these settings is in the others, with the same value.
    func isIncluded(in other: MachineSettings) -> Bool {
        values.allSatisfy { key, value in other.values[key] == value }
    }

    /// These settings; what the machine itself says holds against them.
    func overridden(by other: MachineSettings) -> MachineSettings {
        MachineSettings(values.merging(other.values) { _, machine in machine })
    }
}
