import Hardware
public import Plans
public import World

/// A flavor that somebody made (Nova's); those of the plan are the plan's.
public struct FlavorRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "flavor"
    public static let version = 1

    public var flavor: Flavor
    /// What a machine must be like beyond its size, as Nova keeps it: `capabilities:profile`,
    /// `resources:CUSTOM_BAREMETAL`, `trait:CUSTOM_GOLD`.
    public var extraSpecs: [String: String]
    public var isPublic: Bool

    public init(flavor: Flavor, extraSpecs: [String: String] = [:], isPublic: Bool = true) {
        self.flavor = flavor
        self.extraSpecs = extraSpecs
        self.isPublic = isPublic
    }

    public var id: String { flavor.name.text }
}
