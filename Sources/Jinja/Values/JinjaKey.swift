/// What may be a key of a map.
enum JinjaKey: Hashable {
    case none
    case bool(Bool)
    case integer(Int)
    case string(String)

    init?(_ value: JinjaValue) {
        switch value {
        case .none: self = .none
        case .bool(let truth): self = .bool(truth)
        case .integer(let number): self = .integer(number)
        case .string(let text): self = .string(text)
        default: return nil
        }
    }

    var value: JinjaValue {
        switch self {
        case .none: .none
        case .bool(let truth): .bool(truth)
        case .integer(let number): .integer(number)
        case .string(let text): .string(text)
        }
    }
}
