import BareMetal
import Hardware
import NodeAgent

extension OperationReader {
    /// What may be asked of a node. A deployment is asked for by the scenario's cloud.
    static let verbs: [ProvisionVerb] = [
        .manage, .inspect, .provide, .clean, .service, .rescue, .unrescue, .undeploy, .abort,
        .unhold,
    ]

    /// The password that a rescue of a scenario lets in.
    private static let password = RescuePassword(hash: "$6$scenario$operator")

    /// Reads `steps` where the verb takes them.
    func request(_ verb: ProvisionVerb, _ entry: InputMapping) -> NodeRequest? {
        guard verb == .clean || verb == .service else {
            entry["steps"]?.report(
                "found steps with '\(verb)', expected them with clean or service")
            return Self.plain(verb)
        }
        guard let steps = steps(entry) else { return nil }
        return verb == .clean ? .clean(steps) : .service(steps)
    }

    private static func plain(_ verb: ProvisionVerb) -> NodeRequest? {
        switch verb {
        case .manage: .manage
        case .inspect: .inspect
        case .provide: .provide
        case .rescue: password.map { .rescue($0) }
        case .unrescue: .unrescue
        case .undeploy: .undeploy
        case .abort: .abort
        case .unhold: .unhold
        case .clean, .service, .deploy, .rebuild, .adopt: nil
        }
    }

    private func steps(_ entry: InputMapping) -> [RequestedStep]? {
        let shape = "a list of at least one step such as bios.factory_reset"
        guard let cursor = entry.required("steps", expected: shape),
            let entries = cursor.list(expected: shape)
        else { return nil }
        if entries.isEmpty { cursor.reportMismatch(expected: shape) }
        let steps = entries.compactMap(StepReader.requested)
        return steps.isEmpty || steps.count < entries.count ? nil : steps
    }
}
