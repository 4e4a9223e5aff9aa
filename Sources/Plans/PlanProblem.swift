import Hardware

/// One thing that is wrong with a plan, in words an operator can act on.
public enum PlanProblem: Sendable, Hashable {
    case tooManyFlavors(Int)
    case tooManyRoles(Int)
    case duplicateFlavor(FlavorName)
    case emptyFlavorName
    case flavorWithoutSize(FlavorName)
    case duplicateRole(RoleName)
    case reservedRole(RoleName)
    case unusableRoleName(RoleName)
    case countOutOfBounds(RoleName, count: Int)
    case unknownFlavor(RoleName, FlavorName)
    case missingImage(RoleName)
    case controlNodesOutOfBounds(Int)
    case fromSeedOutOfBounds(Int, controlNodes: Int)
    case ramdisksOutOfBounds(Int)
}

extension PlanProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooManyFlavors(let count):
            "the plan has \(count) flavors; at most \(PlanLimits.flavors) are allowed"
        case .tooManyRoles(let count):
            "the plan has \(count) roles; at most \(PlanLimits.roles) are allowed"
        case .duplicateFlavor(let name): "flavor '\(name)' is listed more than once"
        case .emptyFlavorName: "a flavor has no name"
        case .flavorWithoutSize(let name):
            "flavor '\(name)' needs at least one processor, some memory and some disk"
        case .duplicateRole(let name):
            "role '\(name)' is listed more than once; case does not tell roles apart"
        case .reservedRole(let name): "role '\(name)' is the undercloud's own"
        case .unusableRoleName(let name):
            "role '\(name)' cannot start a host name: it takes a letter, then letters, digits and "
                + "dashes, \(PlanLimits.roleNameLength.upperBound) at most"
        case .countOutOfBounds(let name, let count):
            "role '\(name)' asks for \(count) servers; it can have "
                + Self.text(PlanLimits.serversOfRole)
        case .unknownFlavor(let role, let flavor):
            "role '\(role)' uses flavor '\(flavor)', which the plan does not have"
        case .missingImage(let role): "role '\(role)' names no image"
        case .controlNodesOutOfBounds(let count):
            "the undercloud asks for \(count) control nodes; it can have "
                + Self.text(PlanLimits.controlNodes)
        case .fromSeedOutOfBounds(let count, let nodes):
            "the seed is to deploy \(count) of the undercloud's control nodes; it can deploy "
                + Self.text(1...max(nodes, 1))
        case .ramdisksOutOfBounds(let count):
            "\(count) nodes are to be inspected or cleaned at the same time; it can be "
                + Self.text(PlanLimits.ramdisks)
        }
    }

    private static func text(_ range: ClosedRange<Int>) -> String {
        "\(range.lowerBound) to \(range.upperBound)"
    }
}
