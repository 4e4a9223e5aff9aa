/// The parts of the flow, in order.
public enum Phase: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case enrolment
    case introspection
    case cleaning
    case undercloudDeploy = "undercloud-deploy"
    case pivot
    /// The undercloud waits for the seed to go and for its own replicas to be complete.
    case redundancy
    case overcloudDeploy = "overcloud-deploy"
    case operation

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: Phase, right: Phase) -> Bool { left.rank < right.rank }
}
