/// One field of a node that an import changes.
public struct EnrolmentChange: Sendable, Hashable, Codable {
    /// By its key in an `instackenv.json`.
    public let field: String
    /// Nil where there was nothing. A password is never shown.
    public let old: String?
    public let new: String

    public init(field: String, old: String?, new: String) {
        self.field = field
        self.old = old
        self.new = new
    }
}

extension EnrolmentChange: CustomStringConvertible {
    public var description: String { "\(field): \(old ?? "nothing") -> \(new)" }
}
