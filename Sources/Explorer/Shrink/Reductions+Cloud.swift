extension Reductions {
    private static let smallestNodes = 1...3

    /// The smallest clouds that still are one: so many control nodes, one server of one role, and
    /// machines for them. In one step, since no smaller step leaves a cloud that can be deployed.
    var clouds: [Reduction] {
        let size = ScenarioSize(probe.text)
        let roles = probe.text.root["cloud"]?["roles"]?.items ?? []
        guard !roles.isEmpty else { return [] }
        return Self.smallestNodes.flatMap { nodes in
            [1, 2].flatMap { spare in
                roles.indices.flatMap { role in cloud(nodes, spare: spare, role: role) }
            }
        }
        // A scenario with an inventory has no machines of its own to count.
        .filter { size.machines == 0 || ScenarioSize($0.probe.text).machines < size.machines }
    }

    private func cloud(_ nodes: Int, spare: Int, role: Int) -> [Reduction] {
        let groups = probe.text.root["machines"]?.items ?? []
        let choices: [Int?] =
            groups.isEmpty ? [nil] : groups.indices.prefix(3).map(Optional.some)
        return choices.map { group in
            let place = group.map { " of group \($0 + 1)" } ?? ""
            let what =
                "a cloud of \(nodes) control nodes and one server of role \(role + 1) on "
                + "\(nodes + spare) machines\(place)"
            return changed(what) { root in
                Self.shrinkRoles(&root, to: role)
                Self.setCount(&root, "control-nodes", to: nodes)
                Self.setCount(&root, "from-seed", to: 1)
                Self.shrinkMachines(&root, to: nodes + spare, ofGroup: group)
            }
        }
    }

    private static func shrinkRoles(_ root: inout ScenarioPart, to index: Int) {
        guard var cloud = root["cloud"], var roles = cloud["roles"] else { return }
        var role = roles.items[index]
        role["count"] = .plain("1")
        roles.items = [role]
        cloud["roles"] = roles
        root["cloud"] = cloud
    }

    private static func setCount(_ root: inout ScenarioPart, _ key: String, to count: Int) {
        guard var undercloud = root["undercloud"], undercloud[key] != nil else { return }
        undercloud[key] = .plain("\(count)")
        root["undercloud"] = undercloud
    }

    private static func shrinkMachines(
        _ root: inout ScenarioPart, to count: Int, ofGroup index: Int?
    ) {
        guard let index, var machines = root["machines"] else {
            root["inventory"] = nil
            root["machines"] = ScenarioPart(
                .list([
                    .flow([
                        ("count", .plain("\(count)")), ("rack", .plain("rack-1")),
                        ("processors", .plain("32")), ("memory", .plain("128GiB")),
                    ])
                ]), style: .block)
            return
        }
        machines.items = [machines.items[index]]
        machines.items[0]["count"] = .plain("\(count)")
        root["machines"] = machines
    }

    /// Whole numbers made smaller: of machines, roles, control nodes, victims, occurrences.
    var counts: [Reduction] {
        let keys: Set<String> = ["count", "control-nodes", "from-seed", "nth", "supplies"]
        return paths { keys.contains($0) }.flatMap { path -> [Reduction] in
            let text = probe.text.root.part(at: path)?.text
            guard let value = text.flatMap({ Int($0) }), value > 1 else { return [] }
            return Self.smaller(than: value).map { smaller in
                changed("\(path.text) \(value) to \(smaller)") { root in
                    root.set("\(smaller)", at: path.steps[...])
                }
            }
        }
    }

    /// The least, the half, and one less.
    static func smaller(than value: Int) -> [Int] {
        var values = [1]
        for candidate in [value / 2, value - 1] where candidate > (values.last ?? 1) {
            values.append(candidate)
        }
        return values
    }

    /// Places with a key that is wanted, as they stand in the file.
    func paths(_ isWanted: (String) -> Bool) -> [PartPath] {
        PartPath.all(in: probe.text.root).filter { path in
            guard case .key(let key)? = path.steps.last else { return false }
            return isWanted(key)
        }
    }
}
