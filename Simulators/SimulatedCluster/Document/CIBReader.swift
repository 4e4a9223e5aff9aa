/// Makes a cluster's state of a document's elements.
struct CIBReader {
    let root: XMLElement
    let now: Int
    /// By their identities, for what refers to others.
    private let byID: [String: XMLElement]

    init(root: XMLElement, now: Int) {
        self.root = root
        self.now = root["execution-date"].flatMap(Int.init) ?? now
        var byID: [String: XMLElement] = [:]
        for element in root.flattened {
            if let id = element["id"], byID[id] == nil, element["id-ref"] == nil {
                byID[id] = element
            }
        }
        self.byID = byID
    }

    func state() -> ClusterState {
        var state = ClusterState()
        let configuration = root.first("configuration")
        state.now = now
        state.hasQuorum = root["have-quorum"].map(ClusterText.isTrue) ?? false
        state.hasLostQuorum = root["no-quorum-panic"].map(ClusterText.isTrue) ?? false
        state.options = options(configuration?.first("crm_config"))
        let defaults = configuration?.first("rsc_defaults")
        state.resourceDefaults = defaults.map { meta(of: $0) } ?? [:]
        state.nodes = configuration?.first("nodes")?.all("node").compactMap(node) ?? []
        let resources = configuration?.first("resources")?.children ?? []
        state.resources = resources.compactMap(resource)
        let constraints = CIBConstraints(reader: self, tags: tags(configuration))
        state.constraints =
            configuration?.first("constraints")?.children.flatMap(constraints.read) ?? []
        state.statuses = root.first("status")?.all("node_state").compactMap(status) ?? []
        state.coordinator = state.nodes.first { $0.id == root["dc-uuid"] }?.name
        return state
    }

    /// The element itself, or the one that it refers to.
    func resolved(_ element: XMLElement) -> XMLElement {
        element["id-ref"].flatMap { byID[$0] } ?? element
    }

    /// Names and values of all sets that hold, the set with the highest score first.
    func values(of element: XMLElement, in name: String) -> NodeAttributes {
        let sets = element.all(name).map(resolved).enumerated().sorted { left, right in
            let one = Score(text: left.element["score"])
            let other = Score(text: right.element["score"])
            return one == other ? left.offset < right.offset : one > other
        }
        var values: NodeAttributes = [:]
        for (_, set) in sets where holds(set) {
            for pair in set.all("nvpair").map(resolved) {
                guard let name = pair["name"], values[name] == nil else { continue }
                values[name] = pair["value"] ?? ""
            }
            for pair in set.first("attributes")?.all("nvpair") ?? [] {
                guard let name = pair["name"], values[name] == nil else { continue }
                values[name] = pair["value"] ?? ""
            }
        }
        return values
    }

    /// A set with a rule counts only while the rule holds, of no node in particular.
    private func holds(_ set: XMLElement) -> Bool {
        set.first("rule").map { condition(of: resolved($0)).holds(of: [:]) } ?? true
    }

    func meta(of element: XMLElement) -> MetaAttributes {
        var meta: MetaAttributes = [:]
        for (name, value) in values(of: element, in: "meta_attributes").all {
            if let known = metaName(name), meta[known] == nil { meta[known] = value }
        }
        return meta
    }

    /// Today's name of an option that had others.
    private func metaName(_ name: String) -> MetaAttribute? {
        switch name {
        case "master-max": .promotedMax
        case "master-node-max": .promotedNodeMax
        case "is_managed": .isManaged
        case "target_role": .targetRole
        case "resource_stickiness": .stickiness
        case "multiple_active": .multipleActive
        case "clone_max": .cloneMax
        case "clone_node_max": .cloneNodeMax
        case "globally_unique": .globallyUnique
        case "migration_threshold": .migrationThreshold
        default: MetaAttribute(rawValue: name)
        }
    }

    private func node(_ element: XMLElement) -> NodeDefinition? {
        guard let id = element["id"], let name = element["uname"] ?? element["id"] else {
            return nil
        }
        let type = element["type"]?.lowercased()
        let kind: NodeDefinition.Kind =
            type == nil || type == "member" ? .member : type == "remote" ? .remote : .ping
        return NodeDefinition(
            NodeName(name), id: id, kind: kind, score: Score(text: element["score"]),
            attributes: attributes(of: element))
    }

    private func attributes(of element: XMLElement) -> NodeAttributes {
        values(of: element, in: "instance_attributes")
    }

    private func status(_ element: XMLElement) -> NodeStatus? {
        guard let id = element["id"], let name = element["uname"] else { return nil }
        let resources = element.first("lrm")?.first("lrm_resources")?.all("lrm_resource") ?? []
        return NodeStatus(
            NodeName(name), id: id, isInMembership: element["in_ccm"].map(ClusterText.isTrue),
            hasController: element["crmd"] == "online",
            join: element["join"].flatMap(NodeStatus.Join.init),
            expected: element["expected"].flatMap(NodeStatus.Join.init),
            attributes: element.first("transient_attributes").map(attributes) ?? [:],
            history: resources.compactMap(history))
    }

    private func tags(_ configuration: XMLElement?) -> [String: [ResourceID]] {
        var tags: [String: [ResourceID]] = [:]
        for tag in configuration?.first("tags")?.all("tag") ?? [] {
            tags[tag["id"] ?? ""] = tag.all("obj_ref").compactMap { $0["id"] }.map(ResourceID.init)
        }
        for element in configuration?.first("resources")?.flattened ?? [] {
            if let template = element["template"], let id = element["id"] {
                tags[template, default: []].append(ResourceID(id))
            }
        }
        return tags
    }

    /// What an element refers to by this identity.
    func element(_ id: String) -> XMLElement? { byID[id] }
}
