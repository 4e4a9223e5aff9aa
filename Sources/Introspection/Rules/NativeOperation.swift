import Documents
import OrderedCollections

/// A condition or an action of a rule of Ironic's own.
struct NativeOperation {
    /// How several results of a loop are treated.
    enum Multiple: String {
        case any
        case all
        case first
        case last
    }

    let name: String
    let isInverted: Bool
    let arguments: OrderedDictionary<String, DocumentValue>
    /// What the operation is done for, one after the other; nil for once.
    let loop: DocumentValue?
    let multiple: Multiple
    /// The arguments whose places are filled outside of loops.
    let filledArguments: [String]

    init(condition document: DocumentValue) throws(RuleError) {
        try self.init(document, NativeSignature.conditions)
    }

    init(action document: DocumentValue) throws(RuleError) {
        try self.init(document, NativeSignature.actions)
    }

    private init(
        _ document: DocumentValue, _ signatures: OrderedDictionary<String, NativeSignature>
    ) throws(RuleError) {
        let written = document["op"]?.string ?? ""
        isInverted = written.hasPrefix("!")
        name = isInverted ? String(written.dropFirst()) : written
        guard let signature = signatures[name] else {
            throw RuleError("Unsupported operator '\(name)'.")
        }
        arguments = try signature.arguments(document["args"] ?? [:], of: name)
        filledArguments = signature.filled
        loop = document["loop"].flatMap { $0.isTrue ? $0 : nil }
        multiple = Multiple(rawValue: document["multiple"]?.string ?? "any") ?? .any
    }

    /// The items of the loop: those of a list, a map as one, and nil for once without a loop.
    var items: [DocumentValue?] {
        guard let loop else { return [nil] }
        return loop.list.map { $0.map(Optional.some) } ?? [loop]
    }

    func filledArguments(
        _ subject: RuleSubject, _ item: DocumentValue?, _ view: RuleView
    ) -> OrderedDictionary<String, DocumentValue> {
        var context: DocumentValue?
        var filled = arguments
        for (name, value) in arguments where item != nil || filledArguments.contains(name) {
            let known = context ?? view.context(subject, item: item)
            context = known
            filled[name] = view.filled(
                value, known, isEmptyAsked: self.name == "is-empty", isInLoop: item != nil)
        }
        return filled
    }
}
