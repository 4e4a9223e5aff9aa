package import Documents
import Orchestration
package import OrderedCollections

/// A cloud to be deployed, as roles with counts and values for what their templates want to know:
/// what Tuskar kept, and what a template and an environment for Heat are made of.
package struct DeploymentPlan: Sendable, Hashable {
    package let name: String
    package let description: String
    package let seed: PlanSeed?
    package private(set) var roles: [PlannedRole] = []
    /// Values that were set, by their names in the plan.
    package private(set) var values: OrderedDictionary<String, DocumentValue> = [:]

    package init(_ name: String, description: String = "", seed: PlanSeed? = nil) {
        self.name = name
        self.description = description
        self.seed = seed
    }

    /// Adds a role.
    /// - Throws: where the plan has that version of it already, or its seed knows no such role.
    package mutating func add(_ role: DeploymentRole, count: Int = 1) throws(PlanError) {
        guard !roles.contains(where: { $0.role.namespace == role.namespace }) else {
            throw PlanError("plan '\(name)' has \(role.namespace) already")
        }
        _ = try seed?.group(of: role)
        try Self.check(count, of: role.name)
        roles.append(PlannedRole(role, count: count))
    }

    /// Removes a role with all that was set for it; does nothing where the plan has none.
    package mutating func remove(_ role: String) {
        for planned in roles where Self.matches(planned.role, role) {
            let prefix = planned.role.qualified("")
            values = values.filter { !$0.key.hasPrefix(prefix) }
        }
        roles.removeAll { Self.matches($0.role, role) }
    }

    /// Gives the number of a role's servers.
    package mutating func scale(_ role: String, to count: Int) throws(PlanError) {
        try Self.check(count, of: role)
        let index = try self.index(of: role)
        roles[index].count = count
    }

    /// Has these servers go first when there are to be fewer.
    package mutating func retire(_ servers: [String], of role: String) throws(PlanError) {
        roles[try index(of: role)].removed = servers
    }

    /// Gives a parameter its value.
    /// - Parameter name: with the role and its version before it, as in `compute-1::Image`.
    /// - Throws: where the plan has no such parameter, or it does not take that value.
    package mutating func set(_ name: String, to value: DocumentValue) throws(PlanError) {
        for planned in roles where name == planned.role.countName {
            guard let count = value.integer ?? value.string.flatMap({ Int($0) }) else {
                throw PlanError("\(name): \(value.json) is no number")
            }
            return try scale(planned.role.namespace, to: count)
        }
        let schema = try schema(of: name)
        do { _ = try schema.value(of: TemplateValue(value)) } catch {
            throw PlanError(error.description)
        }
        values[name] = value
    }

    /// Gives parameters their values, all or none.
    package mutating func set(
        _ given: OrderedDictionary<String, DocumentValue>
    ) throws(PlanError) {
        var changed = self
        var problems: [String] = []
        for (name, value) in given {
            do throws(PlanError) { try changed.set(name, to: value) } catch {
                problems.append(error.description)
            }
        }
        guard problems.isEmpty else { throw PlanError(problems.joined(separator: "\n")) }
        self = changed
    }

    /// Takes values that were judged when they were set.
    mutating func restore(_ values: OrderedDictionary<String, DocumentValue>) {
        self.values = values
    }

    /// The parameters that nothing was said of, and which have no default.
    package var missing: [String] {
        get throws(PlanError) {
            let parameters = try composition.template["parameters"]?.map ?? [:]
            return parameters.filter { $0.value["default"] == nil && values[$0.key] == nil }
                .keys.map(\.self)
        }
    }

    /// What it comes to.
    package var composition: PlanComposition {
        get throws(PlanError) { try PlanComposition(self) }
    }

    private func schema(of name: String) throws(PlanError) -> ParameterSchema {
        let composed = try composition
        let template: Template
        do {
            template = try Template(parsing: composed.template.yaml, file: "plan.yaml")
        } catch { throw PlanError(error.description) }
        guard let schema = template.parameters[name] else {
            throw PlanError("plan '\(self.name)' has no parameter '\(name)'")
        }
        return schema
    }

    private func index(of role: String) throws(PlanError) -> Int {
        let found = roles.indices.filter { Self.matches(roles[$0].role, role) }
        guard let index = found.first else {
            throw PlanError("plan '\(name)' has no role '\(role)'")
        }
        guard found.count == 1 else {
            throw PlanError(
                "plan '\(name)' has several versions of '\(role)': name one, as in "
                    + roles[index].role.namespace)
        }
        return index
    }

    /// Roles are named with or without their version.
    private static func matches(_ role: DeploymentRole, _ name: String) -> Bool {
        role.name == name || role.namespace == name
    }

    private static func check(_ count: Int, of role: String) throws(PlanError) {
        let allowed = PlanLimits.serversOfRole
        guard allowed.contains(count) else {
            throw PlanError(
                "role '\(role)': there are \(allowed.lowerBound) to \(allowed.upperBound) servers, "
                    + "not \(count)")
        }
    }
}
