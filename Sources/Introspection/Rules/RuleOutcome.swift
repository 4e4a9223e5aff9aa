package import Documents

/// What running rules came to.
package struct RuleOutcome: Sendable, Hashable {
    /// A message that a rule wants in the log.
    package struct Message: Sendable, Hashable {
        package let level: String
        package let text: String
    }

    /// A request that a rule wants made: `api-call`, with its arguments.
    package struct Request: Sendable, Hashable {
        package let url: String
        package let arguments: DocumentValue
    }

    /// As the rules left it, also where one of them failed.
    package var subject: RuleSubject
    /// The rules that were carried out, in order, by UUID or description.
    package var applied: [String] = []
    package var messages: [Message] = []
    package var requests: [Request] = []
    /// Whether the node's interfaces go back to its driver's own, because the driver changed.
    package var resetsInterfaces = false
    /// Why introspection failed; nil where it did not.
    package var failure: String?

    init(_ subject: RuleSubject) { self.subject = subject }
}
