import Hardware
import Yams

/// Finds the nodes in a JSON or YAML file, whichever form it has.
struct InventoryDocument {
    /// Keys beside `nodes` that early files carry for tools long gone.
    private static let formerKeys = [
        "arch", "host-ip", "power_manager", "seed-ip", "ssh-key", "ssh-user",
    ]
    /// What only a host of bifrost's, or a node of Ironic's, says.
    private static let telltales = ["driver", "driver_info", "nics"]

    let log: InputProblemLog
    /// Nil to go by the content.
    let form: InventoryForm?

    /// Nil in the place of an entry that is no node.
    func mappings(_ root: InputCursor) -> [InputMapping?] {
        let expected = "a mapping with the key 'nodes'"
        // A list alone is what is below the key.
        if case .sequence = root.node { return nodes(root) }
        guard let mapping = root.mapping(expected: expected) else { return [] }
        if form == .bifrost || form == nil && isBifrost(mapping) { return hosts(mapping) }
        let isNode = mapping["nodes"] == nil && mapping["driver"]?.isScalar == true
        if form != .instackenv, isNode { return [node(root)] }
        return nodes(of: mapping)
    }

    private func isBifrost(_ mapping: InputMapping) -> Bool {
        guard mapping["nodes"] == nil else { return false }
        return mapping.entries.contains { entry in
            guard case .mapping(let host) = entry.value.node else { return false }
            return Self.telltales.contains { host[$0] != nil }
        }
    }

    private func nodes(of mapping: InputMapping) -> [InputMapping?] {
        let chassis = mapping["chassis"]
        for entry in mapping.entries where !entry.key.hasPrefix("_") {
            if ["nodes", "chassis"].contains(entry.key) { continue }
            if Self.formerKeys.contains(entry.key) { continue }
            mapping.reportUnknown(entry.key, line: entry.line, known: ["nodes"])
        }
        var found: [InputMapping?] = []
        if let chassis { found = self.chassis(chassis) }
        if chassis != nil && mapping["nodes"] == nil { return found }
        guard let list = mapping.required("nodes", expected: "a list of nodes") else { return [] }
        return found + nodes(list)
    }

    /// Ironic's file may group nodes by the enclosure they are in.
    private func chassis(_ cursor: InputCursor) -> [InputMapping?] {
        guard let list = cursor.list(expected: "a list of chassis") else { return [] }
        return list.flatMap { entry -> [InputMapping?] in
            guard let chassis = entry.mapping(expected: "a mapping that describes a chassis")
            else { return [] }
            entry.notice("the chassis is left out: its nodes are taken without it")
            return chassis.present("nodes").map(nodes) ?? []
        }
    }

    private func nodes(_ list: InputCursor) -> [InputMapping?] {
        guard let entries = list.list(expected: "a list of nodes") else { return [] }
        if entries.isEmpty { list.report("found an empty list, expected at least one node") }
        return entries.map(node)
    }

    private func node(_ cursor: InputCursor) -> InputMapping? {
        guard let mapping = cursor.mapping(expected: "a mapping that describes a node") else {
            return nil
        }
        let isIronic = mapping["driver"] != nil && mapping["pm_type"] == nil
        guard form == .ironic || form == nil && isIronic else { return mapping }
        var translation = NodeTranslation(mapping, form: .ironic)
        return translation.mapping()
    }

    private func hosts(_ mapping: InputMapping) -> [InputMapping?] {
        let entries = mapping.entries.filter { !$0.key.hasPrefix("_") }
        if entries.isEmpty {
            mapping.cursor.report("found an empty mapping, expected at least one host")
        }
        return entries.map { entry in
            guard let host = entry.value.mapping(expected: "a mapping that describes a host")
            else { return nil }
            let name = InputCursor(
                Yams.Node(entry.key), line: entry.line, path: entry.value.path, log: log)
            var translation = NodeTranslation(host, form: .bifrost)
            return translation.mapping(name: name)
        }
    }
}
