/// One promise of a contract, in words, and how to see whether a conformer keeps it.
struct ContractClause<Subject: Sendable>: Sendable {
    let promise: String
    let holds: @Sendable (Subject) async throws -> Bool

    init(_ promise: String, _ holds: @escaping @Sendable (Subject) async throws -> Bool) {
        self.promise = promise
        self.holds = holds
    }

    /// The promise where it is broken, with the error where there was one.
    func violation(by subject: Subject) async -> String? {
        do {
            return try await holds(subject) ? nil : promise
        } catch {
            return "\(promise) (it threw: \(error))"
        }
    }
}
