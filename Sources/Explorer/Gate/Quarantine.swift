/// Failures that are known and let pass until a day. They are told of at every gate, and fail it
/// from that day on.
public struct Quarantine: Sendable, Hashable {
    /// One of them.
    public struct Entry: Sendable, Hashable, Codable {
        public let signature: FailureSignature
        /// The scenario's name; nil for any.
        public let scenario: String?
        /// The last day on which it is let pass, as `2026-12-31`.
        public let until: String
        public let reason: String
    }

    public let entries: [Entry]

    public static let empty = Quarantine(entries: [])

    public init(entries: [Entry]) { self.entries = entries }

    /// Whether a failure is let pass on a day, written as `2026-12-31`.
    public func covers(_ signature: FailureSignature, of scenario: String, on day: String) -> Bool {
        entry(for: signature, of: scenario).map { $0.until >= day } ?? false
    }

    public func entry(for signature: FailureSignature, of scenario: String) -> Entry? {
        entries.first { $0.signature == signature && ($0.scenario ?? scenario) == scenario }
    }
}
