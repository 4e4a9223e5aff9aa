import Hardware

extension CloudPlan {
    /// Everything that is wrong with the plan, in the plan's order; empty for a sound one.
    public var problems: [PlanProblem] {
        flavorProblems + roleProblems + undercloudProblems
    }

    private var flavorProblems: [PlanProblem] {
        var problems: [PlanProblem] = []
        if flavors.count > PlanLimits.flavors { problems.append(.tooManyFlavors(flavors.count)) }
        for flavor in flavors {
            if flavor.name.text.isEmpty { problems.append(.emptyFlavorName) }
            if flavor.processors < 1 || flavor.memory == .zero || flavor.disk == .zero {
                problems.append(.flavorWithoutSize(flavor.name))
            }
        }
        return problems + Self.repeated(flavors.map(\.name)).map(PlanProblem.duplicateFlavor)
    }

    private var roleProblems: [PlanProblem] {
        var problems: [PlanProblem] = []
        if roles.count > PlanLimits.roles { problems.append(.tooManyRoles(roles.count)) }
        for role in roles { problems += self.problems(of: role) }
        // Two roles whose names differ in case alone would share host names.
        let names = roles.map { RoleName($0.name.text.lowercased()) }
        return problems + Self.repeated(names).map(PlanProblem.duplicateRole)
    }

    private func problems(of role: RolePlan) -> [PlanProblem] {
        var problems: [PlanProblem] = []
        if !Self.canStartHostName(role.name.text) { problems.append(.unusableRoleName(role.name)) }
        if role.name.text.lowercased() == Self.undercloudRole.text {
            problems.append(.reservedRole(role.name))
        }
        if !PlanLimits.serversOfRole.contains(role.count) {
            problems.append(.countOutOfBounds(role.name, count: role.count))
        }
        return problems
            + referenceProblems(role: role.name, flavor: role.flavor, image: role.image.text)
    }

    private var undercloudProblems: [PlanProblem] {
        var problems: [PlanProblem] = []
        let (nodes, fromSeed) = (undercloud.controlNodes, undercloud.fromSeed)
        if !PlanLimits.controlNodes.contains(nodes) {
            problems.append(.controlNodesOutOfBounds(nodes))
        }
        if fromSeed < 1 || fromSeed > max(nodes, 1) {
            problems.append(.fromSeedOutOfBounds(fromSeed, controlNodes: nodes))
        }
        if !PlanLimits.ramdisks.contains(undercloud.concurrentRamdisks) {
            problems.append(.ramdisksOutOfBounds(undercloud.concurrentRamdisks))
        }
        return problems
            + referenceProblems(
                role: Self.undercloudRole,
                flavor: undercloud.flavor,
                image: undercloud.image.text
            )
    }

    private func referenceProblems(
        role: RoleName,
        flavor: FlavorName,
        image: String
    ) -> [PlanProblem] {
        var problems: [PlanProblem] = []
        if self.flavor(named: flavor) == nil { problems.append(.unknownFlavor(role, flavor)) }
        if image.isEmpty { problems.append(.missingImage(role)) }
        return problems
    }

    private static func canStartHostName(_ text: String) -> Bool {
        guard PlanLimits.roleNameLength.contains(text.utf8.count), let first = text.first else {
            return false
        }
        return first.isASCII && first.isLetter
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    /// The values that occur more than once, each once, in order of their second occurrence.
    private static func repeated<Value: Hashable>(_ values: [Value]) -> [Value] {
        var counts: [Value: Int] = [:]
        return values.filter { value in
            counts[value, default: 0] += 1
            return counts[value] == 2
        }
    }
}
