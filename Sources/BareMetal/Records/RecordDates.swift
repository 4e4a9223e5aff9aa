/// When a record was written, in the words of whoever wrote it (ISO 8601). For people only.
public struct RecordDates: Sendable, Hashable, Codable {
    public var created: String
    public var updated: String?

    public init(created: String, updated: String? = nil) {
        self.created = created
        self.updated = updated
    }
}
