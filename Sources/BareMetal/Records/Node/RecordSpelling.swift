/// Keeps the words in which an operator wrote something that is kept in another form.
enum RecordSpelling {
    /// - Parameters:
    ///   - now: what holds.
    ///   - told: what the words were taken to say.
    ///   - written: the words.
    /// - Returns: the words where they still say what holds, and else what holds; what nothing was
    ///   made of stays as it was written.
    static func merge(
        _ now: [String: JSONValue], _ told: [String: JSONValue], _ written: [String: JSONValue]
    ) -> [String: JSONValue] {
        if now == told { return written }
        let kept = written.filter { key, _ in told[key] == nil || told[key] == now[key] }
        return now.merging(kept) { $1 }
    }
}
