extension JSONValue {
    /// The value as a whole number, if it is one.
    public var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    /// The value as a truth, if it is one.
    public var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
}
