public import OrderedCollections

/// Which devices the names in a configuration stand for: `nic1`, `nic2` … count the active devices,
/// and a mapping of one's own comes first.
public struct NICNames: Sendable, Hashable {
    let names: OrderedDictionary<String, String>

    /// - Parameter mapping: devices by alias, each by its name or its address.
    /// - Throws: for a device with two aliases, and an alias that is an active device's name.
    public init(
        _ mapping: OrderedDictionary<String, String>, of machine: NetworkDevices
    ) throws(NetworkConfigError) {
        let ordered = machine.ordered
        var names: OrderedDictionary<String, String> = [:]
        for (alias, target) in mapping {
            let device = ordered.first { $0.name == target || $0.address == target }
            guard let device else { continue }
            if names.values.contains(device.name) {
                throw NetworkConfigError(
                    "interface \(device.name) already mapped, check mapping file for duplicates")
            }
            if ordered.contains(where: { $0.name == alias && $0.isActive }) {
                throw NetworkConfigError(
                    "cannot map \(device.name) to alias \(alias), alias overlaps with active NIC.")
            }
            names[alias] = device.name
        }
        for (index, device) in ordered.filter(\.isActive).enumerated()
        where !names.values.contains(device.name) {
            let alias = "nic\(index + 1)"
            if names[alias] == nil { names[alias] = device.name }
        }
        self.names = names
    }

    /// The device that a name of the form `nic1` or `nic1.20` stands for; nil where it stands for
    /// itself.
    func device(named name: String) -> String? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, !parts[1].isEmpty, parts[1].allSatisfy(\.isNumber) else {
            return names[name]
        }
        return names[String(parts[0])].map { "\($0).\(parts[1])" }
    }
}
