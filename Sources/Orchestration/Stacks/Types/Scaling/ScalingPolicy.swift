import OrderedCollections
import World

/// `OS::Heat::ScalingPolicy`: asks a group for another size when it is told to.
struct ScalingPolicy: ResourceType {
    private static let last = "last"

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        work.record.physicalID = work.physicalName()
        return .done
    }

    /// Nothing happens until the policy has cooled down.
    func signal(
        _ details: TemplateValue, _ work: inout ResourceWork
    ) async throws(ResourceError) -> String? {
        let cooldown = Duration.seconds(work.properties.number("cooldown") ?? 0)
        if let last = work[Self.last].index,
            work.now < Instant(nanoseconds: Int64(last)) + cooldown
        {
            return nil
        }
        let id = work.properties.text("auto_scaling_group_id")
        let group: ResourceRecord?
        do throws(StoreError) {
            group = try await work.sight.members(of: work.stack.id).first { $0.physicalID == id }
        } catch {
            throw .store(error)
        }
        guard let group else { return nil }
        work[Self.last] = .integer(Int(work.now.nanoseconds))
        var asked: OrderedDictionary<String, TemplateValue> = [:]
        for name in ["scaling_adjustment", "adjustment_type", "min_adjustment_step"] {
            asked[name] = work.properties[name]
        }
        work.transaction.insert(
            StackRequest(
                id: Identifier(drawnFrom: work.random).text, stack: work.stack.id,
                content: .signal(resource: group.name, details: .map(asked))))
        return "alarm"
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard name == "alarm_url" || name == "signal_url" else { return nil }
        return .string(
            "/v1/signal/\(resource.stack.name)/\(resource.stack.id)/resources/"
                + resource.record.name)
    }
}
