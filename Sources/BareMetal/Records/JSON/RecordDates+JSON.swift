extension RecordDates {
    /// From a report; nil where it has no dates.
    init?(_ body: JSONValue) {
        guard let created = body["created_at"]?.text else { return nil }
        self.init(created: created, updated: body["updated_at"]?.text)
    }
}

extension RecordDates? {
    /// The entries of a response.
    func put(in body: inout [String: JSONValue]) {
        body["created_at"] = .orNull(self?.created)
        body["updated_at"] = .orNull(self?.updated)
    }
}

extension JSONValue {
    static func orNull(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
}
