/// Which agent runs a resource: `ocf:heartbeat:IPaddr2` or `stonith:fence_ipmilan`, for example.
public struct ResourceAgent: Sendable, Hashable {
    public let standard: String
    public let provider: String?
    public let type: String

    public init(standard: String, provider: String? = nil, type: String) {
        self.standard = standard
        self.provider = provider
        self.type = type
    }

    public static let dummy = ResourceAgent(standard: "ocf", provider: "pacemaker", type: "Dummy")

    public var isFencing: Bool { standard == "stonith" }
    /// Standards whose agents know no instances' numbers cannot have unique clones.
    var allowsUniqueClones: Bool { standard == "ocf" || isFencing }
    var allowsPromotion: Bool { standard == "ocf" }
}
