/// What makes two failures the same: who reported it, and in which words, less the names of
/// machines, numbers and times.
public struct FailureSignature: Sendable, Hashable, Codable, Comparable {
    /// The checker, or `unconverged`, `not-deterministic`, `crash`, `time`, `memory`, or the name
    /// of what keeps a world from going on.
    public let check: String
    /// The message with `#` for what differs from run to run.
    public let message: String

    /// - Parameter message: as it was told; it is normalised here.
    public init(check: String, message: String, subject: String? = nil) {
        self.check = check
        self.message = MessageText.normalised(message, subject: subject)
    }

    /// As a corpus holds it: `checker: message`.
    public init?(text: String) {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
        check = String(text[..<colon])
        message = String(text[text.index(after: colon)...].drop { $0 == " " })
    }

    public var text: String { "\(check): \(message)" }

    /// Eight digits that stand for it in the names of files.
    public var identifier: String { Fingerprint.short(text) }

    public static func < (left: FailureSignature, right: FailureSignature) -> Bool {
        left.text < right.text
    }
}
