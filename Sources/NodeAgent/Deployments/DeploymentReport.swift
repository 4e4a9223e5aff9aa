import Documents
import OrderedCollections

/// What a hook said of a deployment, on the ways that its inputs name (heat-config-notify).
struct DeploymentReport: Sendable {
    private let deployment: HeatDeployment
    private let body: DocumentValue

    init(_ deployment: HeatDeployment, _ body: DocumentValue) {
        self.deployment = deployment
        self.body = body
    }

    /// None where nobody waits for it.
    var signals: [NodeSignal] {
        var signals: [NodeSignal] = []
        if let address = deployment[input: "deploy_signal_id"]?.text {
            let isPut = deployment[input: "deploy_signal_verb"] == "PUT"
            let way = NodeSignal.Way.address(address, isPut ? .put : .post)
            signals.append(NodeSignal(trimmed, of: deployment.id, to: way))
        }
        guard let account = SignalAccount(deployment) else { return signals }
        if let queue = deployment[input: "deploy_queue_id"]?.text {
            let way = NodeSignal.Way.queue(queue, account, lifetime: SignalLimits.queueLifetime)
            signals.append(NodeSignal(body, of: deployment.id, to: way))
        } else {
            let way = NodeSignal.Way.resource(
                stack: deployment[input: "deploy_stack_id"]?.text ?? "None",
                resource: deployment[input: "deploy_resource_name"]?.text ?? "None", account)
            signals.append(NodeSignal(body, of: deployment.id, to: way))
        }
        return signals
    }

    /// Both streams are cut from their beginnings, each by its share of what is too much.
    private var trimmed: DocumentValue {
        let total = body.json.utf8.count
        guard total > SignalLimits.characters, var entries = body.map else { return body }
        let excess = Double(total - SignalLimits.characters)
        for key in ["deploy_stdout", "deploy_stderr"] {
            guard let text = entries[key]?.string else { continue }
            let scalars = text.unicodeScalars
            let share = Double(scalars.count) / Double(total) * excess
            let cut = Int(share.rounded(.toNearestOrEven))
            entries[key] = .string(String(String.UnicodeScalarView(scalars.dropFirst(cut))))
        }
        return .map(entries)
    }
}
