package import Documents

/// A rule in Ironic's own dialect (API 1.96): `{conditions, actions, priority, sensitive, phase}`.
package struct NativeRule {
    package let uuid: String?
    package let description: String?
    /// Rules of a higher number come first.
    package let priority: Int
    package let isSensitive: Bool
    let conditions: [NativeOperation]
    let actions: [NativeOperation]

    package var name: String { description ?? uuid ?? "a rule without a name" }

    /// Who wrote a rule.
    package enum Origin: Sendable {
        case user
        /// A rule of the site's own file, which may have any priority.
        case builtIn
    }

    /// Reads a rule.
    ///
    /// - Throws: what is wrong with it.
    package init(_ document: DocumentValue, from origin: Origin = .user) throws(RuleError) {
        try NativeRuleSchema.check(document)
        uuid = document["uuid"]?.string
        description = document["description"]?.string
        priority = document["priority"]?.integer ?? 0
        isSensitive = document["sensitive"] == .bool(true)
        if origin == .user, !(0...9999).contains(priority) {
            throw RuleError("Priority must be between 0 and 9999 for user-defined rules.")
        }
        let phase = document["phase"]?.string ?? "main"
        guard phase == "main" else {
            throw RuleError("Invalid phase: \(phase). Valid phases are: main")
        }
        var conditions: [NativeOperation] = []
        for item in document["conditions"]?.list ?? [] {
            conditions.append(try NativeOperation(condition: item))
        }
        self.conditions = conditions
        var actions: [NativeOperation] = []
        for item in document["actions"]?.list ?? [] {
            actions.append(try NativeOperation(action: item))
        }
        self.actions = actions
    }
}

extension NativeRule {
    /// Runs rules, the highest priority first, each asked and carried out before the next: an
    /// action may well make a later rule apply.
    package static func run(
        _ rules: [NativeRule], on subject: RuleSubject, masking: SecretMask = .always
    ) -> RuleOutcome {
        var outcome = RuleOutcome(subject)
        let ordered = rules.enumerated().sorted {
            ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset)
        }.map(\.element)
        do throws(RuleFault) {
            for rule in ordered {
                let view = RuleView(masksSecrets: masking.isOn(forSensitive: rule.isSensitive))
                guard try rule.matches(outcome.subject, view) else { continue }
                for action in rule.actions {
                    for item in action.items {
                        try NativeActions.run(action, item, view, &outcome)
                    }
                }
                outcome.applied.append(rule.name)
            }
        } catch {
            outcome.failure = error.message
        }
        return outcome
    }

    private func matches(
        _ subject: RuleSubject, _ view: RuleView
    ) throws(RuleFault) -> Bool {
        for condition in conditions
        where try !NativeConditions.holds(condition, for: subject, view) {
            return false
        }
        return true
    }
}
