extension TransitionPlanner {
    func unpackResources() {
        resources = state.resources.map { unpack($0, id: $0.id, in: nil) }
        resources = resources.listSorted { $1.priority - $0.priority }
    }

    /// Makes a resource of its definition, with all that is in it.
    @discardableResult
    func unpack(
        _ definition: ResourceDefinition, id: ResourceID, in parent: ScheduledResource?
    ) -> ScheduledResource {
        let resource = ScheduledResource(id, definition, parent: parent, nodes: nodes.count)
        resource.meta = inheritedMeta(of: definition, in: parent)
        readMeta(of: resource)
        if resourcesByID[id] == nil { resourcesByID[id] = resource }
        unpackParts(of: resource)
        if options.isSymmetric {
            for node in nodes { resource.addDeep(.zero, on: node) }
        }
        return resource
    }

    private func inheritedMeta(
        of definition: ResourceDefinition, in parent: ScheduledResource?
    ) -> MetaAttributes {
        var meta = definition.meta
        var outer = parent
        while let one = outer {
            meta.inherit(one.definition.meta)
            outer = one.parent
        }
        meta.inherit(state.resourceDefaults)
        if let parent { meta.inherit(parent.meta) }
        return meta
    }

    private func readMeta(of resource: ScheduledResource) {
        let meta = resource.meta
        resource.priority = Score(text: meta[.priority]).value
        if meta[.critical].map(ClusterText.isTrue) ?? true { resource.flags.insert(.critical) }
        if meta.isTrue(.notify) { resource.flags.insert(.notifies) }
        if meta.isTrue(.allowMigrate) { resource.flags.insert(.allowsMigration) }
        readManagement(of: resource)
        readKind(of: resource)
        if let stickiness = meta[.stickiness], stickiness != "default" {
            resource.stickiness = Score(text: stickiness)
        }
        if let threshold = meta[.migrationThreshold], threshold != "default" {
            let score = Score(text: threshold)
            resource.migrationThreshold = score < .zero ? Score(1) : score
        }
        let timeout = ClusterText.duration(meta[.failureTimeout])
        resource.failureTimeout = Int(timeout.components.seconds)
        readNeeds(of: resource)
        if let target = targetRole(of: resource) { resource.nextRole = target }
    }

    private func readManagement(of resource: ScheduledResource) {
        let meta = resource.meta
        if meta[.isManaged].map(ClusterText.isTrue) ?? true { resource.flags.insert(.managed) }
        if meta.isTrue(.maintenance) || options.isInMaintenance {
            resource.flags.remove(.managed)
            resource.flags.insert(.maintenance)
        }
        resource.recovery =
            switch meta[.multipleActive] {
            case "stop_only": .stopOnly
            case "block": .block
            case "stop_unexpected": .stopUnexpected
            default: .stopStart
            }
    }

    private func readKind(of resource: ScheduledResource) {
        guard resource.top.variant == .clone else {
            resource.flags.insert(.unique)
            return
        }
        if resource.meta.isTrue(.globallyUnique), allowsUniqueInstances(resource) {
            resource.flags.insert(.unique)
        }
        if resource.meta.isTrue(.promotable) { resource.flags.insert(.promotable) }
    }

    /// Agents of standards without instances' numbers cannot tell unique instances apart.
    private func allowsUniqueInstances(_ resource: ScheduledResource) -> Bool {
        resource.top.definition.primitives.allSatisfy { primitive in
            guard case .primitive(let agent) = primitive.kind else { return true }
            return agent.allowsUniqueClones
        }
    }

    private func readNeeds(of resource: ScheduledResource) {
        if resource.agent?.isFencing == true {
            hasFencingDevice = true
            resource.flags.insert(.fencingDevice)
        }
        switch resource.meta[.requires]?.lowercased() {
        case "nothing": break
        case "quorum": resource.flags.insert(.needsQuorum)
        case "fencing": resource.flags.insert(.needsFencing)
        case "unfencing" where options.isFencingEnabled && resource.agent?.isFencing != true:
            resource.flags.insert(.needsFencing)
        case "unfencing": resource.flags.insert(.needsQuorum)
        default: readDefaultNeeds(of: resource)
        }
    }

    private func readDefaultNeeds(of resource: ScheduledResource) {
        if resource.agent?.isFencing == true {
            resource.flags.insert(.needsQuorum)
        } else if options.isFencingEnabled {
            resource.flags.insert(.needsFencing)
        } else if effectivePolicy != .ignore {
            resource.flags.insert(.needsQuorum)
        }
    }

    /// The role a configuration wants, if it holds the resource back; nil if it does not.
    func targetRole(of resource: ScheduledResource) -> ResourceRole? {
        guard let text = resource.meta[.targetRole], let role = ResourceRole(text: text) else {
            return nil
        }
        switch role {
        case .started, .unknown: return nil
        case .stopped: return role
        case .unpromoted: return resource.top.isPromotable ? role : nil
        case .promoted: return nil
        }
    }

    private func unpackParts(of resource: ScheduledResource) {
        switch resource.definition.kind {
        case .primitive: break
        case .group(let members):
            let number = resource.id.text.dropFirst(resource.definition.id.text.count)
            resource.children = members.map {
                unpack($0, id: ResourceID($0.id.text + number), in: resource)
            }
        case .clone: unpackClone(resource)
        }
    }

    private func unpackClone(_ clone: ScheduledResource) {
        let meta = clone.meta
        if clone.isPromotable {
            clone.promotedMax = meta.count(.promotedMax) ?? 1
            clone.promotedNodeMax = meta.count(.promotedNodeMax) ?? 1
        }
        clone.cloneMax = meta.count(.cloneMax) ?? max(1, nodes.count)
        clone.cloneNodeMax = clone.isUnique ? meta.count(.cloneNodeMax) ?? 1 : 1
        if clone.meta[.cloneNodeMax] == "0" { clone.cloneNodeMax = 0 }
        if meta[.stickiness] == nil { clone.meta[.stickiness] = "1" }
        for _ in 0..<max(1, clone.cloneMax) { addInstance(to: clone) }
    }

    /// One more instance of a clone; an orphan once it has all.
    @discardableResult
    func addInstance(to clone: ScheduledResource) -> ScheduledResource {
        guard case .clone(let child) = clone.definition.kind else {
            preconditionFailure("Only clones have instances.")
        }
        let isOrphan = clone.instances >= clone.cloneMax
        let id = ResourceID("\(child.id):\(clone.instances)")
        let instance = unpack(child, id: id, in: clone)
        clone.instances += 1
        clone.children.append(instance)
        if isOrphan { markOrphan(instance) }
        return instance
    }

    private func markOrphan(_ resource: ScheduledResource) {
        resource.flags.insert(.orphan)
        for child in resource.children { markOrphan(child) }
    }

    /// A resource that runs though no configuration has it any more.
    func addOrphan(_ history: ResourceHistory) -> ScheduledResource {
        let definition = ResourceDefinition(history.resource, .primitive(history.agent))
        let orphan = unpack(definition, id: history.resource, in: nil)
        orphan.flags.insert(.orphan)
        resources.append(orphan)
        if options.stopsOrphans {
            ban(orphan)
        } else {
            orphan.flags.remove(.managed)
        }
        return orphan
    }

    /// Forbids a resource everywhere.
    func ban(_ resource: ScheduledResource) {
        for node in nodes { resource.addDeep(.minusInfinity, on: node) }
    }
}
