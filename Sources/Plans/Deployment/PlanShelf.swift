package import OrderedCollections

/// All plans with their versions, and the roles that they may have. Neither a version of a plan nor
/// one of a role ever changes.
package struct PlanShelf: Sendable, Hashable {
    /// By name, the oldest version first.
    package private(set) var plans: OrderedDictionary<String, [PlanVersion]> = [:]
    /// By namespace, as in `compute-1`.
    package private(set) var roles: OrderedDictionary<String, DeploymentRole> = [:]

    package init() {}

    /// Begins a plan without roles.
    package mutating func create(_ plan: DeploymentPlan) throws(PlanError) {
        let isName = plan.name.allSatisfy { $0.isLetter || $0.isNumber || "_.-".contains($0) }
        guard !plan.name.isEmpty, isName else {
            throw PlanError("'\(plan.name)' is no name of a plan: letters, digits and '_.-' only")
        }
        guard plans[plan.name] == nil else {
            throw PlanError("there is a plan '\(plan.name)' already")
        }
        plans[plan.name] = [PlanVersion(number: 1, plan: plan, change: "created")]
    }

    package mutating func delete(_ name: String) throws(PlanError) {
        guard plans.removeValue(forKey: name) != nil else { throw Self.unknown(name) }
    }

    /// A version of a plan.
    /// - Parameter number: nil for the last.
    package func version(
        _ number: Int? = nil, of name: String
    ) throws(PlanError) -> PlanVersion {
        guard let versions = plans[name], let last = versions.last else {
            throw Self.unknown(name)
        }
        guard let number else { return last }
        guard let found = versions.first(where: { $0.number == number }) else {
            throw PlanError("plan '\(name)' has the versions 1 to \(last.number), not \(number)")
        }
        return found
    }

    /// Makes another version of a plan. What changes nothing makes none.
    /// - Parameter change: in words.
    package mutating func change(
        _ name: String, _ change: String,
        _ body: (inout DeploymentPlan) throws(PlanError) -> Void
    ) throws(PlanError) {
        let last = try version(of: name)
        var plan = last.plan
        try body(&plan)
        guard plan != last.plan else { return }
        let next = PlanVersion(number: last.number + 1, plan: plan, change: change)
        plans[name]?.append(next)
    }

    /// Makes an old version of a plan its next.
    package mutating func restore(_ name: String, to number: Int) throws(PlanError) {
        let old = try version(number, of: name).plan
        try change(name, "restored version \(number)") { $0 = old }
    }

    /// Keeps a role's template: the version that has it already, or another.
    package mutating func role(
        _ name: String, template: String, file: String
    ) throws(PlanError) -> DeploymentRole {
        let known = roles.values.filter { $0.name == name }
        if let same = known.first(where: { $0.template == template && $0.file == file }) {
            return same
        }
        let role = try DeploymentRole(
            name, version: (known.map(\.version).max() ?? 0) + 1, template: template, file: file)
        roles[role.namespace] = role
        return role
    }

    private static func unknown(_ name: String) -> PlanError {
        PlanError("there is no plan '\(name)'")
    }

    // MARK: Reading

    package mutating func keep(_ role: DeploymentRole) { roles[role.namespace] = role }

    mutating func keep(_ versions: [PlanVersion], of name: String) { plans[name] = versions }
}
