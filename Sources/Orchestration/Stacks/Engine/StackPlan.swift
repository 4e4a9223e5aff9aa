import OrderedCollections

/// In which order a stack's resources are worked on: pure, from its template and its records.
struct StackPlan: Sendable {
    /// Something that is done once in a traversal.
    enum Step: Hashable, Sendable {
        /// A resource is brought to what the template says.
        case update(String)
        /// A record that the template has no use for any more is taken away; its resource with it.
        case cleanup(String)
        /// A record's resource is checked, suspended, resumed, or snapshot.
        case act(String)
        /// A record on which work is under way is seen to its end, though nothing waits for it.
        case settle(String)
        /// The stack's action has taken too long.
        case timeout
    }

    var graph = WorkGraph<Step>()
    /// By resource: those that it needs.
    private(set) var needs: OrderedDictionary<String, OrderedSet<String>> = [:]
    /// By resource: the present one of its records.
    private(set) var current: [String: String] = [:]

    /// Nothing is to be done.
    init() {}

    /// - Parameters:
    ///   - records: of the stack, in order of id.
    /// - Throws: what is wrong with references.
    init(
        _ stack: StackRecord, _ tree: StackTree, _ records: [ResourceRecord]
    ) throws(TemplateProblem) {
        let isEmptied = stack.action == .delete || stack.isUndone
        if !isEmptied {
            let (scope, implicit) = (StackScope(tree: tree), ImplicitNeeds(tree))
            for definition in tree.facts.resources.values {
                needs[definition.name] = try ExpressionReferences.needs(of: definition, scope)
                    .union(implicit.of(definition))
            }
        }
        current = Self.present(among: records, stack)
        if stack.action.converges { converge(records) } else { act(on: records, stack.action) }
    }

    /// Of several records of one resource, one that was brought to the source that the stack is to
    /// have is the present one: when an update is taken back, what it replaced may still be there.
    /// Then comes one of the source before, then the newest.
    static func present(
        among records: [ResourceRecord], _ stack: StackRecord
    ) -> [String: String] {
        var current: [String: String] = [:]
        var ranks: [String: (Int, Int)] = [:]
        for record in records where record.action != .delete || record.status != .complete {
            let rank =
                record.source == stack.source ? 2 : record.source == stack.previousSource ? 1 : 0
            if let known = ranks[record.name], known >= (rank, record.number) { continue }
            ranks[record.name] = (rank, record.number)
            current[record.name] = record.id
        }
        return current
    }

    private mutating func converge(_ records: [ResourceRecord]) {
        for (name, others) in needs {
            graph.add(.update(name))
            for other in others { graph.add(.update(name), after: .update(other)) }
        }
        let ids = Set(records.map(\.id))
        for record in records {
            graph.add(.cleanup(record.id))
            for needed in record.requires where ids.contains(needed) {
                graph.add(.cleanup(needed), after: .cleanup(record.id))
            }
            if let replaced = record.replaces, ids.contains(replaced) {
                graph.add(.cleanup(replaced), after: .cleanup(record.id))
            }
            if current[record.name] == record.id, needs[record.name] != nil {
                graph.add(.cleanup(record.id), after: .update(record.name))
            }
        }
    }

    /// What others rest on is suspended after them, and checked and resumed before.
    private mutating func act(on records: [ResourceRecord], _ action: StackAction) {
        for record in records where current[record.name] == record.id {
            graph.add(.act(record.id))
            for name in needs[record.name] ?? [] {
                guard let other = current[name] else { continue }
                if action == .suspend {
                    graph.add(.act(other), after: .act(record.id))
                } else {
                    graph.add(.act(record.id), after: .act(other))
                }
            }
        }
    }
}

extension StackRecord {
    /// Whether a creation is taken back, which leaves nothing.
    var isUndone: Bool { action == .rollback && previousSource == nil }
}
