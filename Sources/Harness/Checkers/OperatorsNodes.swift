import BareMetal
import Hardware
import World

/// A node that an operator has taken in hand is left to the operator.
///
/// Who was told that a node is managed, inspected or cleaned as asked has it, until the same asks
/// for it to be provided or undeployed; until then nothing is begun on it that was not asked for.
/// Ironic does nothing that it is not asked for, and TripleO provides only what it manages itself.
/// What a node says of itself is not asked: only people tell what they asked for.
public struct OperatorsNodes: Checker {
    public static let name: CheckerName = "operators-nodes"

    private var store = AuthoritativeStore()
    /// Nodes in an operator's hands, and what was asked of a node and has not begun yet. Both are
    /// looked up only.
    private var held: Set<String> = []
    private var asked: [String: [ProvisionVerb]] = [:]
    /// The last intent of a node.
    private var intents: [String: Identifier] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry):
            if let event = entry.event as? OperatorEvent { note(event) }
            return nil
        case .commit(let commit):
            guard store.includes(commit) else { return nil }
            return judge(commit)
        }
    }

    private mutating func note(_ event: OperatorEvent) {
        switch event {
        case .asks(let verb, let node):
            asked[node.text, default: []].append(verb)
            if verb == .provide || verb == .undeploy { held.remove(node.text) }
        case .answered(let verb, let node):
            if [.manage, .inspect, .clean].contains(verb) { held.insert(node.text) }
        case .setAside, .takenBack, .acceptedMachine, .refusedMachine, .powerButton, .powerAsked:
            return
        }
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        // Most runs have no operator who asks for anything.
        guard !asked.isEmpty else { return nil }
        var found: Violation?
        for node in commit.written(Node.self) {
            guard let intent = node.intent, intents[node.id] != intent.identifier else { continue }
            intents[node.id] = intent.identifier
            if let place = asked[node.id]?.firstIndex(of: intent.verb) {
                asked[node.id]?.remove(at: place)
            } else if held.contains(node.id) {
                found =
                    found
                    ?? violation(
                        at: commit.at, node.id,
                        "'\(intent.verb)' was begun, and an operator has it in hand who did not ask"
                            + " for that")
            }
        }
        return found
    }
}
