import OrderedCollections
import World

/// `OS::Heat::WaitConditionHandle` and its kin: keeps the signals that it is told.
struct SignalHandle: ResourceType {
    /// What becomes of signals when the stack is updated.
    enum Update: Sendable {
        case kept
        /// They are forgotten, and the handle gets another name.
        case forgotten
    }

    var update = Update.kept

    var updatesAlways: Bool { update == .forgotten }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        work.record.physicalID = work.physicalName()
        work.record.metadata = .emptyMap
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        if update == .forgotten { throw .needsReplacement }
        return .done
    }

    /// A signal needs not say anything: it counts for success, under the next number.
    func signal(
        _ details: TemplateValue, _ work: inout ResourceWork
    ) async throws(ResourceError) -> String? {
        guard case .map(var known) = work.record.metadata ?? .emptyMap else { return nil }
        let number = known.count + 1
        let given = { (key: String, value: TemplateValue) in
            if case .map(let entries) = details { entries[key] ?? value } else { value }
        }
        let status = given("status", "SUCCESS").text
        guard ["SUCCESS", "FAILURE"].contains(status) else {
            throw .failed("ValueError", "Metadata format invalid")
        }
        let reason = given("reason", .string("Signal \(number) received"))
        let id = given("id", .integer(number)).text
        known[id] = ["status": .string(status), "reason": reason, "data": given("data", .null)]
        work.record.metadata = .map(known)
        return "status:\(status) reason:\(reason.text)"
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard let id = resource.record.physicalID else { return nil }
        let endpoint =
            "/v1/\(resource.stack.project)/stacks/\(resource.stack.name)/"
            + "\(resource.stack.id)/resources/\(resource.record.name)/signal"
        switch name {
        case "endpoint": return .string(endpoint)
        case "token": return .string(id)
        case "curl_cli":
            return .string(
                "curl -i -X POST -H 'X-Auth-Token: \(id)' -H 'Content-Type: application/json' "
                    + "-H 'Accept: application/json' \(endpoint)")
        case "signal": return .string(TemplateValue.map(["alarm_url": .string(endpoint)]).json())
        default: return nil
        }
    }
}
