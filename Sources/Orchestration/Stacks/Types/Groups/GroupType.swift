import OrderedCollections
import World

/// A type whose resources are stacks of members that are alike.
protocol GroupType: NestedStackType {
    /// The names of the members that there are to be, of so many as there are names for.
    func names(_ work: ResourceWork, _ count: Int) -> [String]

    /// How many members there are to be.
    func size(_ properties: PropertyValues) -> Int

    /// A member as a template has it.
    func member(_ name: String, _ properties: PropertyValues) -> TemplateValue

    /// Prepares a creation or an update: takes note of who is to go.
    func prepare(_ work: inout ResourceWork) async throws(ResourceError)

    /// Whether a change of properties changes members.
    func changesMembers(_ change: PropertyChange) -> Bool
}

extension GroupType {
    func prepare(_ work: inout ResourceWork) async throws(ResourceError) {}

    func nested(_ work: inout ResourceWork) async throws(ResourceError) -> NestedDefinition {
        try await prepare(&work)
        return whole(work)
    }

    private func whole(_ work: ResourceWork) -> NestedDefinition {
        var members: RollingUpdate.Members = [:]
        for name in names(work, size(work.properties)) {
            members[name] = member(name, work.properties)
        }
        return definition(members, work)
    }

    private func definition(
        _ members: RollingUpdate.Members, _ work: ResourceWork
    ) -> NestedDefinition {
        NestedDefinition(
            file: work.record.name,
            template: [
                "heat_template_version": "2015-04-30", "resources": .map(members),
            ])
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        try await prepare(&work)
        let policy = GroupPolicy(work.record.definition.updatePolicy, "batch_create")
        guard let policy, size(work.properties) > 0 else {
            try work.createNested(whole(work))
            return .waiting(until: nil)
        }
        try plan(&work, policy, current: 0)
        try work.createNested(definition(try next(&work, from: [:]), work))
        return .waiting(until: nil)
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let old = try await work.nestedMembers()
        let isNew = old == nil
        try await prepare(&work)
        guard let policy = GroupPolicy(updating: work.record.definition.updatePolicy),
            let old, changesMembers(change)
        else {
            let definition = whole(work)
            if isNew {
                try work.createNested(definition)
            } else {
                _ = try await work.askNested(.update, definition)
            }
            return .waiting(until: nil)
        }
        let all = Set(names(work, .max))
        work[GroupKey.before] = policy.isWatched ? .map(old) : .null
        try plan(&work, policy, current: old.keys.filter(all.contains).count)
        guard try await takeBatch(&work, from: old) else { return .done }
        return .waiting(until: nil)
    }

    func proceed(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        do {
            guard case .done = try await work.nestedProgress() else { return .waiting(until: nil) }
        } catch {
            guard case .failed(let failure) = error, work[GroupKey.before] != .null else {
                throw error
            }
            return try await takeBack(&work, failure)
        }
        if let failure = work[GroupKey.failure].string {
            throw .failed(ResourceFailure(stackReason: failure))
        }
        if work[GroupKey.watch] == true {
            work[GroupKey.watch] = false
            if try await work.askNested(.check) { return .waiting(until: nil) }
        }
        guard !work[GroupKey.batches].isEmpty else {
            for key in [GroupKey.batches, GroupKey.resume, GroupKey.before] { work[key] = .null }
            return .done
        }
        if let moment = pause(&work) { return .waiting(until: moment) }
        let old = try await work.nestedMembers() ?? [:]
        return try await takeBatch(&work, from: old) ? .waiting(until: nil) : .done
    }

    // MARK: Batches

    private func plan(
        _ work: inout ResourceWork, _ policy: GroupPolicy, current: Int
    ) throws(ResourceError) {
        let batches = RollingUpdate.batches(
            target: size(work.properties), current: current, size: policy.size,
            minimum: policy.minimum)
        let pauses = policy.pause * Double(max(batches.count - 1, 0))
        let limit = work.stack.timeout.map { Double($0 * 60) } ?? StackLimits.action.seconds
        if pauses >= limit {
            throw .failed(
                "ValueError", "The current update policy will result in stack update timeout.")
        }
        work[GroupKey.batches] = .list(
            batches.map { [.integer($0.capacity), .integer($0.changes)] })
        work[GroupKey.pause] = policy.isWatched || policy.pause > 0 ? .real(policy.pause) : .null
        work[GroupKey.failure] = .null
    }

    /// What the group has after its next batch, which is taken off the plan.
    private func next(
        _ work: inout ResourceWork, from old: RollingUpdate.Members
    ) throws(ResourceError) -> RollingUpdate.Members {
        guard case .list(var batches) = work[GroupKey.batches], !batches.isEmpty,
            case .list(let first) = batches.removeFirst(), let capacity = first[0].index,
            let changes = first[1].index
        else { return old }
        work[GroupKey.batches] = .list(batches)
        work[GroupKey.watch] = .bool(work[GroupKey.before] != .null)
        work[GroupKey.resume] = .null
        let batch = RollingUpdate.Batch(capacity: capacity, changes: changes)
        let names = self.names(work, capacity)
        let target = size(work.properties)
        let all = Set(self.names(work, .max))
        let sorted = old.filter { all.contains($0.key) }.sorted { one, two in
            priority(one.key, names, target) < priority(two.key, names, target)
        }
        let properties = work.properties
        return RollingUpdate.members(
            after: batch, from: RollingUpdate.Members(uniqueKeysWithValues: sorted),
            names: names.filter { old[$0] == nil }
        ) { member($0, properties) }
    }

    /// Members that are not to be go first; then the last change before the first.
    private func priority(_ name: String, _ names: [String], _ target: Int) -> Int {
        guard let place = names.firstIndex(of: name) else { return 0 }
        return place < target ? target - place : names.count
    }

    private func takeBatch(
        _ work: inout ResourceWork, from old: RollingUpdate.Members
    ) async throws(ResourceError) -> Bool {
        guard !work[GroupKey.batches].isEmpty else { return false }
        let members = try next(&work, from: old)
        return try await work.askNested(.update, definition(members, work))
    }

    /// - Returns: when the next batch may begin; nil where it may now.
    private func pause(_ work: inout ResourceWork) -> Instant? {
        let seconds = work[GroupKey.pause].number ?? 0
        if let known = work[GroupKey.resume].index {
            let moment = Instant(nanoseconds: Int64(known))
            return moment > work.now ? moment : nil
        }
        guard seconds > 0 else { return nil }
        let moment = work.now + .seconds(seconds)
        work[GroupKey.resume] = .integer(Int(moment.nanoseconds))
        return moment
    }

    /// Members that were changed become what they were; the group has failed when they are.
    private func takeBack(
        _ work: inout ResourceWork, _ failure: ResourceFailure
    ) async throws(ResourceError) -> WorkProgress {
        guard case .map(let before) = work[GroupKey.before] else { throw .failed(failure) }
        work[GroupKey.failure] = .string(failure.description)
        for key in [GroupKey.batches, GroupKey.before, GroupKey.watch] { work[key] = .null }
        guard try await work.askNested(.update, definition(before, work)) else {
            throw .failed(failure)
        }
        return .waiting(until: nil)
    }
}

extension ResourceWork {
    /// The members of the resource's stack as its template has them; nil where there is no stack.
    func nestedMembers() async throws(ResourceError) -> RollingUpdate.Members? {
        guard let id = record.physicalID else { return nil }
        do throws(StoreError) {
            guard let stack = try await sight.stack(id)?.document, !stack.isGone,
                let source = try await store.get(StackSource.self, stack.source)?.document,
                case .map(let members) = source.template?["resources"]
            else { return nil }
            return members
        } catch {
            throw .store(error)
        }
    }
}
