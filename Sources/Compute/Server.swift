public import BareMetal
public import Hardware
public import Plans
public import World

/// A machine's worth of a role, wanted for as long as this record exists (Nova's server).
public struct Server: StoredDocument, Hashable {
    public static let kind: DocumentKind = "server"
    public static let version = 1

    public let name: ServerName
    public let role: RoleName
    public let flavor: FlavorName
    public var image: ImageName

    public var state: ServerState = .unplaced
    /// The machine it has, or had until it is given up for certain.
    public var node: NodeName?
    public var instance: Identifier?
    /// The rebuild that was asked for and is not done yet.
    public var rebuild: RebuildTerms?
    /// Machines it was tried on in vain since it last ran.
    public var failedOn: [NodeName] = []
    /// Why it last failed.
    public var lastError: String?
    /// What whoever asked for it asked for; nil where the plan did.
    public var terms: ServerTerms?

    public init(_ planned: PlannedServer) {
        name = planned.name
        role = planned.role
        flavor = planned.flavor
        image = planned.image
    }

    public init(
        _ name: ServerName, role: RoleName, flavor: FlavorName, image: ImageName,
        terms: ServerTerms
    ) {
        self.name = name
        self.role = role
        self.flavor = flavor
        self.image = image
        self.terms = terms
    }

    public var id: String { name.text }

    /// Where the undercloud's own servers lie among all.
    public static let undercloud = DocumentRange(
        from: "\(CloudPlan.undercloudRole)-", upTo: "\(CloudPlan.undercloudRole).")

    public var isUndercloud: Bool { role == CloudPlan.undercloudRole }

    /// The size of machine it asks for: as its flavor was when it was asked for, or as the plan has
    /// it. Nil where there is no such flavor.
    public func flavor(in plan: CloudPlan) -> Flavor? {
        terms?.flavor ?? plan.flavor(named: flavor)
    }
}
