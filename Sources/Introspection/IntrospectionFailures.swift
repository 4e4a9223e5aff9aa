/// Everything that is wrong with one report, at least one thing.
public struct IntrospectionFailures: Error, Sendable, Hashable {
    public let failures: [IntrospectionFailure]

    /// Whether another introspection can succeed with nothing changed by an operator.
    public var isTransient: Bool { failures.allSatisfy(\.isTransient) }

    init(_ failures: [IntrospectionFailure]) {
        precondition(!failures.isEmpty, "Introspection fails for a reason.")
        self.failures = failures
    }
}

extension IntrospectionFailures: CustomStringConvertible {
    public var description: String { failures.map(\.description).joined(separator: "; ") }
}
