/// The steps on offer, by what they are taken for.
public struct StepCatalogue: Sendable, Hashable {
    /// In the order in which drivers list them, which breaks ties of everything else.
    private var definitions: [StepKind: [StepDefinition]]

    public init(_ definitions: [StepKind: [StepDefinition]] = [:]) {
        self.definitions = definitions
    }

    public subscript(kind: StepKind) -> [StepDefinition] { definitions[kind] ?? [] }

    public subscript(kind: StepKind, id: StepID) -> StepDefinition? {
        self[kind].first { $0.id == id }
    }

    /// Adds a step; one that was offered under the same name before is replaced.
    public mutating func offer(_ definition: StepDefinition, for kind: StepKind) {
        definitions[kind, default: []].removeAll { $0.id == definition.id }
        definitions[kind, default: []].append(definition)
    }

    /// What is taken where nobody asks for steps: each that is not switched off, by priority.
    ///
    /// - Parameter priorities: those that differ from the drivers' own.
    public func plan(_ kind: StepKind, with priorities: [StepID: Int] = [:]) -> StepPlan {
        plan(kind, with: priorities) { _ in true }
    }

    func plan(
        _ kind: StepKind, with priorities: [StepID: Int], where isAllowed: (StepID) -> Bool
    ) -> StepPlan {
        StepPlan(
            self[kind].filter { isAllowed($0.id) }
                .map { $0.step(priority: priorities[$0.id]) }, for: kind)
    }
}
