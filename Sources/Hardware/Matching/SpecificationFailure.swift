/// Why a specification cannot be held against a value at all.
public enum SpecificationFailure: Error, Hashable {
    /// A number was to be compared, and one of the two is none (Python's `ValueError`).
    case notANumber
    /// The value is not of the sort that the operator takes (Python's `TypeError`).
    case wrongKind

    /// The same pair stays incomparable.
    public var isTransient: Bool { false }
}
