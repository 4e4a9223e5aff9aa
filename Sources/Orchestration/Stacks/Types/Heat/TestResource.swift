import OrderedCollections
import World

/// `OS::Heat::TestResource`: takes time and fails as it is told, for trying out stacks.
struct TestResource: ResourceType {
    func replaces(on change: PropertyChange) -> Bool {
        change.names.contains("value") && change.new.isTrue("update_replace")
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        if !work.properties.isTrue("fail") {
            work["value"] = work.properties["value"]
            work.record.physicalID = work.physicalName()
        }
        work["wait"] = Self.wait(work.properties, "create")
        return try progress(of: work)
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        work["wait"] = 0
        if change.names.contains("value"), !change.new["value"].isEmpty {
            if !work.properties.isTrue("fail") { work["value"] = work.properties["value"] }
            work["wait"] = Self.wait(work.properties, "update")
        }
        return try progress(of: work)
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        work["wait"] = Self.wait(work.properties, "delete")
        return try progress(of: work)
    }

    func act(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress? {
        guard work.record.action == .check else { return nil }
        guard work.record.physicalID != nil else {
            throw .failed("Exception", "Resource not created")
        }
        return .done
    }

    func proceed(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        try progress(of: work)
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        name == "output" ? resource.record["value"] : nil
    }

    private static func wait(_ properties: PropertyValues, _ action: String) -> TemplateValue {
        let own = properties.map("action_wait_secs")[action]
        return own.flatMap { $0.number } != nil ? own ?? 0 : properties["wait_secs"]
    }

    /// A negative time is one without end.
    private func progress(of work: ResourceWork) throws(ResourceError) -> WorkProgress {
        let seconds = work["wait"].number ?? 0
        if seconds < 0 { return .waiting(until: nil) }
        let end = (work.record.since ?? work.now) + .seconds(seconds)
        if work.now < end { return .waiting(until: end) }
        if work.properties.isTrue("fail"), work.record.action != .delete {
            throw .failed("ValueError", "Test Resource failed \(work.record.name)")
        }
        return .done
    }
}
