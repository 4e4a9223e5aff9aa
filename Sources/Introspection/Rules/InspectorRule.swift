package import Documents

/// A rule in the dialect of ironic-inspector: `{conditions, actions, description, uuid, scope}`.
package struct InspectorRule {
    package let uuid: String?
    package let description: String?
    /// Nodes of another scope (`properties/inspection_scope`) are left alone; nil for all nodes.
    package let scope: String?
    let conditions: [InspectorCondition]
    let actions: [InspectorAction]

    package var name: String { description ?? uuid ?? "a rule without a name" }

    /// Reads a rule.
    ///
    /// - Throws: what is wrong with it.
    package init(_ document: DocumentValue) throws(RuleError) {
        guard document.map != nil else { throw RuleError("a rule is a map") }
        uuid = document["uuid"]?.string
        description = document["description"]?.string
        scope = document["scope"]?.string
        let conditions = document["conditions"] ?? []
        guard let items = conditions.list else {
            throw RuleError("Validation failed for conditions: expected a list")
        }
        guard let actions = document["actions"]?.list, !actions.isEmpty else {
            throw RuleError("Validation failed for actions: expected a list of at least one")
        }
        var read: [InspectorCondition] = []
        for item in items { read.append(try InspectorCondition(item)) }
        self.conditions = read
        var done: [InspectorAction] = []
        for action in actions { done.append(try InspectorAction(action)) }
        self.actions = done
    }

    func matches(_ subject: RuleSubject) throws(RuleFault) -> Bool {
        if let scope, !scope.isEmpty,
            subject.node["properties"]?["inspection_scope"] != .string(scope)
        {
            return false
        }
        for condition in conditions where try !condition.holds(for: subject) { return false }
        return true
    }
}

extension InspectorRule {
    /// Runs rules: first all conditions are asked, then the matching rules act, so that no rule's
    /// action makes another rule apply.
    package static func run(_ rules: [InspectorRule], on subject: RuleSubject) -> RuleOutcome {
        var outcome = RuleOutcome(subject)
        do throws(RuleFault) {
            var matching: [InspectorRule] = []
            for rule in rules where try rule.matches(subject) { matching.append(rule) }
            for rule in matching {
                for action in rule.actions { try action.apply(to: &outcome) }
                outcome.applied.append(rule.name)
            }
        } catch {
            outcome.failure = error.message
        }
        return outcome
    }
}
