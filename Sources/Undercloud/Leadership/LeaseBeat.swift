public import BareMetal
import Hardware
public import World

/// The leader's sign of life. Others look whether it changes, each by its own clock; no time is
/// written down, so clocks that disagree do no harm.
public struct LeaseBeat: StoredDocument, Hashable {
    public static let kind: DocumentKind = "lease-beat"
    public static let version = 1
    public static let onlyID = "lease-beat"

    public let term: Term
    public let count: Int

    public init(term: Term, count: Int) {
        self.term = term
        self.count = count
    }

    public var id: String { Self.onlyID }
}
