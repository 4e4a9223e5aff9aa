import Documents
import OrderedCollections

/// Roles and networks, as templates are given them.
struct TripleOData {
    typealias File = (path: String, values: OrderedDictionary<String, DocumentValue>)

    private let roles: DocumentValue
    private let networks: DocumentValue
    /// The last role of a name stands for it, in the place of the first.
    private let rolesByName: OrderedDictionary<String, DocumentValue>
    /// Networks that are not switched off.
    private let networksByName: OrderedDictionary<String, DocumentValue>

    init(roles: DocumentValue, networks: DocumentValue) {
        self.roles = roles
        var all: [DocumentValue] = []
        for (index, network) in (networks.list ?? []).enumerated() {
            var entries = network.map ?? [:]
            entries["idx"] = .integer(index)
            if entries["enabled"] != .bool(false), entries["name_lower"]?.isTrue != true {
                entries["name_lower"] = .string(entries["name"]?.text.lowercased() ?? "")
            }
            all.append(.map(entries))
        }
        self.networks = .list(all)
        rolesByName = Self.byName(roles.list ?? [])
        networksByName = Self.byName(all.filter { $0["enabled"] != .bool(false) })
    }

    private static func byName(
        _ items: [DocumentValue]
    ) -> OrderedDictionary<String, DocumentValue> {
        var named: OrderedDictionary<String, DocumentValue> = [:]
        for item in items { named[item["name"]?.text ?? ""] = item }
        return named
    }

    /// The files that a template makes, each with what it is rendered with; none of a file that is
    /// no template.
    func files(of path: String, _ text: String) -> [File] {
        if let stem = Self.stem(of: path, ".role.j2.yaml") { return roleFiles(stem, text) }
        if let stem = Self.stem(of: path, ".network.j2.yaml") { return networkFiles(stem) }
        guard let stem = Self.stem(of: path, ".j2.yaml") else { return [] }
        return [("\(stem).yaml", ["roles": roles, "networks": networks])]
    }

    private static func stem(of path: String, _ ending: String) -> String? {
        path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : nil
    }

    private static func parts(_ stem: String) -> (folder: String, name: String) {
        guard let slash = stem.lastIndex(of: "/") else { return ("", stem) }
        return (String(stem[...slash]), String(stem[stem.index(after: slash)...]))
    }

    private func roleFiles(_ stem: String, _ text: String) -> [File] {
        let (folder, name) = Self.parts(stem)
        // Templates of old know roles by their names alone.
        let knowsRoles = text.contains("{{role.name}}")
        return rolesByName.map { roleName, role in
            var file = "\(roleName.lowercased())-\(name).yaml"
            if folder.contains("network/config") {
                let old = role["deprecated_nic_config_name"]
                file = old?.isTrue == true ? old?.text ?? "" : "\(roleName.lowercased()).yaml"
            }
            let value = knowsRoles ? role : .string(roleName)
            return (folder + file, ["role": value, "networks": networks])
        }
    }

    private func networkFiles(_ stem: String) -> [File] {
        let (folder, name) = Self.parts(stem)
        let mark = folder.hasSuffix("ports/") ? "port" : "network"
        return networksByName.values.map { network in
            let lower = network["name_lower"]?.text ?? ""
            let file = JinjaMethods.replaced("\(name).yaml", mark, lower, nil)
            return (folder + file, ["network": network])
        }
    }
}
