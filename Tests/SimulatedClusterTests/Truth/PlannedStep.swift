import SimulatedCluster

/// One action of a transition, as both schedulers tell it.
struct PlannedStep: Hashable, Comparable, CustomStringConvertible {
    let task: String
    let resource: String
    let node: String

    var description: String { "\(task) \(resource) on \(node)" }

    static func < (left: PlannedStep, right: PlannedStep) -> Bool {
        left.description < right.description
    }

    /// What is compared: what is done to nodes, and what changes where resources are and as what.
    private static let compared: Set<String> = [
        "start", "stop", "promote", "demote", "migrate_to", "migrate_from", "stonith",
        "do_shutdown", "monitor",
    ]

    static func steps(of transition: ClusterTransition) -> Set<PlannedStep> {
        Set(
            transition.actions.filter { !$0.isPseudo }.compactMap { action in
                let task = action.task.rawValue
                guard compared.contains(task) else { return nil }
                return PlannedStep(
                    task: name(task, action.interval == .zero ? "0" : "recurring"),
                    resource: action.localName?.text ?? "-", node: action.node?.text ?? "-")
            })
    }

    private static func name(_ task: String, _ interval: String) -> String {
        task == "monitor" ? (interval == "0" ? "probe" : "monitor") : task
    }

    /// - Parameter graph: what `crm_simulate --save-graph` writes.
    static func steps(of graph: XMLElement) -> Set<PlannedStep> {
        Set(graph.flattened.filter { $0.name == "action_set" }.flatMap(\.children).compactMap(step))
    }

    private static func step(_ element: XMLElement) -> PlannedStep? {
        guard element.name != "pseudo_event", let task = element["operation"],
            compared.contains(task)
        else { return nil }
        let interval = element.first("attributes")?["CRM_meta_interval"] ?? "0"
        return PlannedStep(
            task: name(task, interval), resource: element.first("primitive")?["id"] ?? "-",
            node: element["on_node"] ?? "-")
    }
}
