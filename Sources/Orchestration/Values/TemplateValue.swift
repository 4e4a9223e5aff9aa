public import OrderedCollections

/// A value as templates, parameters and attributes have it: what JSON knows, with integers apart
/// from reals and maps in the order they were written in.
public enum TemplateValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case real(Double)
    case string(String)
    case list([TemplateValue])
    case map(OrderedDictionary<String, TemplateValue>)
}

extension TemplateValue {
    public static let emptyList = TemplateValue.list([])
    public static let emptyMap = TemplateValue.map([:])

    /// Whether Python, in which templates' rules are told, takes the value for false: null, zero,
    /// and what is empty.
    public var isEmpty: Bool {
        switch self {
        case .null: true
        case .bool(let truth): !truth
        case .integer(let number): number == 0
        case .real(let number): number == 0
        case .string(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .map(let entries): entries.isEmpty
        }
    }

    /// The kind of value, in words, for a sentence about what was found.
    public var kind: String {
        switch self {
        case .null: "nothing"
        case .bool: "a boolean"
        case .integer, .real: "a number"
        case .string: "a string"
        case .list: "a list"
        case .map: "a map"
        }
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByNilLiteral, ExpressibleByFloatLiteral
{
    public init(stringLiteral text: String) { self = .string(text) }
    public init(integerLiteral number: Int) { self = .integer(number) }
    public init(floatLiteral number: Double) { self = .real(number) }
    public init(booleanLiteral truth: Bool) { self = .bool(truth) }
    public init(nilLiteral: ()) { self = .null }
    public init(arrayLiteral items: TemplateValue...) { self = .list(items) }
    public init(dictionaryLiteral entries: (String, TemplateValue)...) {
        self = .map(OrderedDictionary(entries, uniquingKeysWith: { _, last in last }))
    }
}
