/// A lock on a node (Ironic's `reservation`).
///
/// It names the term in which its holder was allowed to act. A holder of an earlier term is dead
/// or deposed, so its lock may be broken.
public struct Reservation: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Who holds it, unique within a term: host, work and a serial number.
    public let holder: String
    public let term: Term

    public init(holder: String, term: Term) {
        self.holder = holder
        self.term = term
    }

    public var description: String { "\(holder) in \(term)" }
}
