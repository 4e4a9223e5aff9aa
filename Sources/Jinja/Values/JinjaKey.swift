/// What may be a key of a map.
enum JinjaKey: Hashable {
    case none
    case bool(Bool)
    case integer(Int)
    /// Not a whole number, which would be the same as ``integer(_:)``.
    case real(Double)
    case string(String)

    init?(_ value: JinjaValue) {
        switch value {
        case .none: self = .none
        case .bool(let truth): self = .bool(truth)
        case .integer(let number): self = .integer(number)
        case .real(let number): self = Int(exactly: number).map(Self.integer) ?? .real(number)
        case .string(let text): self = .string(text)
        default: return nil
        }
    }

    var value: JinjaValue {
        switch self {
        case .none: .none
        case .bool(let truth): .bool(truth)
        case .integer(let number): .integer(number)
        case .real(let number): .real(number)
        case .string(let text): .string(text)
        }
    }
}
