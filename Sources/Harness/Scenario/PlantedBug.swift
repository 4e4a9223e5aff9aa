/// A bug in the control plane for the length of a run, and the checker that must notice.
public struct PlantedBug: Sendable, Hashable {
    public let name: BugName
    public let caughtBy: CheckerName
}
