import Facts

/// Where in a fact, and so in a line of a specification, something stands.
enum FactColumn: Int, CaseIterable {
    case kind
    case id
    case key
    case value
}

extension Fact {
    subscript(column: FactColumn) -> String {
        switch column {
        case .kind: kind
        case .id: id
        case .key: key
        case .value: value
        }
    }
}
