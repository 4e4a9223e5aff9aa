import OrderedCollections
import World

/// `OS::Heat::WaitCondition`: waits until a handle was told of success often enough.
struct WaitCondition: ResourceType {
    /// How often the handle is looked at where it is in another stack, which tells nobody.
    private static let interval: Duration = .seconds(1)

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        work.record.physicalID = work.physicalName()
        return try await proceed(&work)
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress { try await proceed(&work) }

    func proceed(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        if work.record.action == .delete { return .done }
        let signals = try await signals(of: work)
        let reasons = { (status: TemplateValue) in
            signals.filter { $0["status"] == status }.map { $0["reason"].text }
        }
        let failures = reasons("FAILURE")
        if !failures.isEmpty {
            throw .failed("WaitConditionFailure", failures.joined(separator: ";"))
        }
        work["data"] = .map(
            OrderedDictionary(
                signals.map { ($0["id"].text, $0["data"]) }, uniquingKeysWith: { $1 }))
        let count = work.properties.integer("count") ?? 1
        if signals.count >= count { return .done }
        let limit = Duration.seconds(work.properties.number("timeout") ?? 0)
        let end = (work.record.since ?? work.now) + limit
        guard work.now < end else {
            let told = "\(signals.count) of \(count) received"
            let texts = reasons("SUCCESS").joined(separator: ";")
            throw .failed("WaitConditionTimeout", texts.isEmpty ? told : "\(told) - \(texts)")
        }
        return .waiting(until: min(end, work.now + Self.interval))
    }

    /// The handle is one of this stack's, or of one whose resource was given to it by name.
    private func signals(of work: ResourceWork) async throws(ResourceError) -> [TemplateValue] {
        let handle = work.properties["handle"]
        do throws(StoreError) {
            let own = try await work.sight.members(of: work.stack.id)
            var found = own.first { $0.physicalID == handle.text }
            if found == nil {
                found = try await work.store.scan(ResourceRecord.self).map(\.document)
                    .first { $0.physicalID == handle.text }
            }
            guard case .map(let signals)? = found?.metadata else { return [] }
            return signals.map { id, signal in
                guard case .map(var entries) = signal else { return signal }
                entries["id"] = .string(id)
                return .map(entries)
            }
        } catch {
            throw .store(error)
        }
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        name == "data" ? .string(resource.record["data"].json()) : nil
    }
}
