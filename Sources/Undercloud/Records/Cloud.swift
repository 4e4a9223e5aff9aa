public import BareMetal
import Hardware
public import Plans
public import World

/// What is wanted of this control plane, and how far it is. One document in each store.
public struct Cloud: StoredDocument, Hashable {
    public static let kind: DocumentKind = "cloud"
    public static let version = 1
    public static let onlyID = "cloud"

    public let plan: CloudPlan
    /// The one replica that is no server's machine.
    public let seed: HostAddress
    /// Whether the undercloud waits for the seed to go before it deploys the overcloud.
    public let seedFate: SeedFate
    /// How many machines of a rack may be switched on at a time; nil where nobody said what its
    /// breakers carry.
    public var starts: StartBudget?
    /// Whether the control plane binds switch ports (`default_network_interface`; TripleO's is
    /// `flat`).
    public var networkInterface = NetworkInterface.flat
    public var stage: Stage = .seed
    public var overcloud: OvercloudState = .pending
    /// The furthest phase reached.
    public var phase: Phase = .enrolment

    public init(plan: CloudPlan, seed: HostAddress, seedFate: SeedFate) {
        self.plan = plan
        self.seed = seed
        self.seedFate = seedFate
    }

    public var id: String { Self.onlyID }

    /// Whose state this is.
    public enum Stage: String, Sendable, Hashable, Codable {
        /// The seed's, which works on it.
        case seed
        /// The seed's, which changes nothing any more and hands it over.
        case handingOver
        /// Nobody's: the undercloud has its own.
        case handedOver
        /// The undercloud's.
        case undercloud
    }
}
