/// What somebody asks of a farm that is serving.
public struct FaultOrder: Sendable, Hashable, Codable {
    public enum Verb: String, Sendable, Hashable, Codable {
        /// Lets a fault begin.
        case inject
        /// Lets a fault end; all of them where none is named.
        case repair
        /// Tells which are in force.
        case show
    }

    public let verb: Verb
    public let fault: FarmFault?
    /// How slow, how lossy; nil for what is usual.
    public let amount: Double?
    /// Names of machines; empty for all of them.
    public let machines: [String]

    public init(
        _ verb: Verb, _ fault: FarmFault? = nil, amount: Double? = nil,
        machines: [String] = []
    ) {
        self.verb = verb
        self.fault = fault
        self.amount = amount
        self.machines = machines
    }
}
