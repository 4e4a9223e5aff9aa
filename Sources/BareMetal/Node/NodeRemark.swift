/// What a change of a node says for its history. Pure.
struct NodeRemark: Sendable, Hashable {
    let severity: NodeHistoryEntry.Severity
    let topic: NodeHistoryEntry.Topic
    let event: String

    /// - Returns: nil for a change that is not worth an entry: its record says all there is.
    init?(from old: Node, to new: Node) {
        if let reason = Self.newFault(old, new) {
            self.init(.error, .monitoring, reason)
        } else if let reason = Self.newFailure(old, new) {
            // Ironic counts an aborted rescue among what went as somebody wanted it.
            let wasWanted = new.intent?.verb == .abort && old.provisionState == .rescueWait
            self.init(wasWanted ? .info : .error, Self.topic(of: old, new), reason)
        } else if let (topic, event) = Self.milestone(old, new) {
            self.init(.info, topic, event)
        } else if old.softwareRAIDConditions != new.softwareRAIDConditions {
            let conditions = new.softwareRAIDConditions
            self.init(conditions.isEmpty ? .info : .error, .monitoring, conditions.text)
        } else {
            return nil
        }
    }

    private init(
        _ severity: NodeHistoryEntry.Severity, _ topic: NodeHistoryEntry.Topic, _ event: String
    ) {
        self.severity = severity
        self.topic = topic
        self.event = event
    }

    private static func newFault(_ old: Node, _ new: Node) -> String? {
        guard old.maintenance == nil, new.maintenance?.fault == .powerFailure else { return nil }
        return new.maintenance?.reason
    }

    private static func newFailure(_ old: Node, _ new: Node) -> String? {
        guard let error = new.lastError else { return nil }
        if old.provisionState != new.provisionState, new.provisionState.isFailure(of: old) {
            return error
        }
        return error != old.lastError ? error : nil
    }

    /// Where steps begin or were all taken (`record_step_flows_in_history`).
    private static func milestone(
        _ old: Node, _ new: Node
    ) -> (topic: NodeHistoryEntry.Topic, event: String)? {
        let isManual = (new.intent ?? old.intent)?.verb == .clean
        if old.step == nil, let plan = new.step?.plan, let topics = topics(plan.kind, isManual) {
            return (topics.start, "started with steps: " + steps(plan))
        }
        guard new.step == nil, let plan = old.step?.plan, new.provisionState.phase == .stable,
            old.provisionState.phase != .stable, new.lastError == nil,
            let topics = topics(plan.kind, isManual)
        else { return nil }
        return (topics.end, "completed with steps: " + steps(plan))
    }

    private static func steps(_ plan: StepPlan) -> String {
        plan.steps.map(\.id.description).joined(separator: ", ")
    }

    private static func topics(
        _ kind: StepKind, _ isManual: Bool
    ) -> (start: NodeHistoryEntry.Topic, end: NodeHistoryEntry.Topic)? {
        switch kind {
        case .clean:
            isManual
                ? (.manualCleaningStart, .manualCleaningEnd)
                : (.automatedCleaningStart, .automatedCleaningEnd)
        case .deploy: (.deploymentStart, .deploymentEnd)
        case .service: (.servicingStart, .servicingEnd)
        case .verify, .rescue: nil
        }
    }

    private static func topic(of old: Node, _ new: Node) -> NodeHistoryEntry.Topic {
        if old.targetPower != nil { return .power }
        switch old.provisionState {
        case .enroll, .verifying: return .verify
        case .inspecting, .inspectWait, .inspectFailed: return .introspection
        case .cleaning, .cleanWait, .cleanHold, .cleanFailed: return .cleaning
        case .deploying, .deployWait, .deployHold, .deployFailed: return .deploying
        case .deleting, .error: return .unprovision
        case .adopting, .adoptFailed: return .adoption
        case .rescuing, .rescueWait, .rescueFailed, .rescue, .unrescuing, .unrescueFailed:
            return .rescue
        case .servicing, .serviceWait, .serviceHold, .serviceFailed: return .servicing
        case .manageable, .available, .active: return .monitoring
        }
    }
}

extension ProvisionState {
    /// Whether this is where a node goes whose work ended badly.
    fileprivate func isFailure(of old: Node) -> Bool {
        phase == .failed || self == .error || (self == .enroll && old.provisionState == .verifying)
    }
}
