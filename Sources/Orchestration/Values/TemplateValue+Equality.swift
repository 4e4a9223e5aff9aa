import OrderedCollections

extension TemplateValue {
    /// Whether `equals`, `contains` and `filter` take two values for the same: numbers of any kind
    /// by their size, a boolean as 1 or 0, maps in any order. A text equals no number.
    ///
    /// That is how Python compares, and so how Heat does.
    public func isSame(as other: TemplateValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.string(let one), .string(let two)): one == two
        case (.list(let one), .list(let two)):
            one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
        case (.map(let one), .map(let two)):
            one.count == two.count
                && one.allSatisfy { entry in two[entry.key].map(entry.value.isSame) ?? false }
        default: isSameNumber(as: other)
        }
    }

    private func isSameNumber(as other: TemplateValue) -> Bool {
        if let one = wholeNumber, let two = other.wholeNumber { return one == two }
        guard let one = number, let two = other.number else { return false }
        return one == two
    }

    private var wholeNumber: Int? {
        switch self {
        case .bool(let truth): truth ? 1 : 0
        case .integer(let number): number
        default: nil
        }
    }

    /// The size of what Python counts as a number.
    var number: Double? {
        if case .real(let number) = self { number } else { wholeNumber.map(Double.init) }
    }
}
