import OrderedCollections
import World

/// `OS::Heat::Delay`: takes time, some of it drawn.
struct Delay: ResourceType {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        work.record.physicalID = work.physicalName()
        return begin(&work)
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        begin(&work)
    }

    func act(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress? {
        guard work.record.action == .suspend || work.record.action == .resume else { return nil }
        return begin(&work)
    }

    func proceed(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        progress(of: work)
    }

    private func begin(_ work: inout ResourceWork) -> WorkProgress {
        let actions = work.properties.list("actions").map(\.text)
        guard actions.contains(work.record.action.rawValue) else { return .done }
        let least = work.properties.number("min_wait") ?? 0
        let jitter = work.properties.number("max_jitter") ?? 0
        let factor = work.properties.number("jitter_multiplier") ?? 1
        let drawn = work.random.draw { Double.random(in: 0...1, using: &$0) }
        work["wait"] = .real(least + drawn * jitter * factor)
        return progress(of: work)
    }

    private func progress(of work: ResourceWork) -> WorkProgress {
        let wait = Duration.seconds(work["wait"].number ?? 0)
        let end = (work.record.since ?? work.now) + wait
        return work.now < end ? .waiting(until: end) : .done
    }
}
