/// One thing that goes wrong: what, where, when and for how long.
public struct ScenarioFault: Sendable, Hashable {
    public let kind: FaultKind
    public let target: FaultTarget
    public let extent: FaultExtent
    public let trigger: FaultTrigger
    /// Nil for good.
    public let duration: Duration?
    /// Where in its file the fault stands.
    public let line: Int
}
