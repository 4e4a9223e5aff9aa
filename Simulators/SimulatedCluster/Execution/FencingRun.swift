/// The fencing of one node: level after level, device after device, until one level has succeeded.
public struct FencingRun: Sendable, Hashable {
    /// What comes next.
    public enum Step: Sendable, Hashable {
        case ask(ResourceID)
        case succeeded
        /// All levels have failed.
        case failed
    }

    public let target: NodeName
    private let levels: [[ResourceID]]
    private var level = 0
    private var device = 0

    public init(_ target: NodeName, topology: FencingTopology) {
        self.target = target
        levels = topology.levels(of: target)
    }

    public var next: Step {
        guard level < levels.count else { return .failed }
        guard device < levels[level].count else { return .succeeded }
        return .ask(levels[level][device])
    }

    /// Takes a device's answer.
    public mutating func answer(_ outcome: FencingOutcome) -> Step {
        switch outcome {
        case .succeeded: device += 1
        case .failed:
            level += 1
            device = 0
        }
        return next
    }
}
