package import Documents

/// Rules of one dialect.
package enum IntrospectionRules {
    case inspector([InspectorRule])
    case native([NativeRule])

    /// Reads a rule or a list of them; which dialect it is, is told by how actions are written.
    ///
    /// - Throws: what is wrong with a rule, with its place in the list.
    package init(_ document: DocumentValue) throws(RuleError) {
        let items = document.list ?? [document]
        let isNative = items.contains { rule in
            rule["actions"]?.list?.contains { $0["op"] != nil } ?? false
        }
        if isNative {
            self = .native(try Self.read(items) { item throws(RuleError) in try NativeRule(item) })
        } else {
            self = .inspector(
                try Self.read(items) { item throws(RuleError) in try InspectorRule(item) })
        }
    }

    private static func read<Rule>(
        _ items: [DocumentValue], _ rule: (DocumentValue) throws(RuleError) -> Rule
    ) throws(RuleError) -> [Rule] {
        var rules: [Rule] = []
        for (index, item) in items.enumerated() {
            do throws(RuleError) { rules.append(try rule(item)) } catch {
                throw RuleError("rule \(index + 1): \(error.message)")
            }
        }
        return rules
    }

    /// Carries the rules out on what hooks have made of a node and its data.
    package func run(on inspection: Inspection) -> RuleOutcome {
        switch self {
        case .inspector(let rules): InspectorRule.run(rules, on: inspection.inspectorSubject)
        case .native(let rules): NativeRule.run(rules, on: inspection.nativeSubject)
        }
    }
}
