public import BareMetal
import Hardware
public import World

/// Who may act. It changes only when the term does, so that every transaction can rest on it.
public struct Leadership: StoredDocument, Hashable {
    public static let kind: DocumentKind = "leadership"
    public static let version = 1
    public static let onlyID = "leadership"

    public let term: Term
    /// Nil where nobody may: the state is being handed over.
    public let holder: HostAddress?

    public init(term: Term, holder: HostAddress?) {
        self.term = term
        self.holder = holder
    }

    public var id: String { Self.onlyID }
}
