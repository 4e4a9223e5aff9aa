package import OrderedCollections

/// What a document of people or programs says: what JSON knows, with whole numbers apart from
/// reals, and maps in the order they were written in.
package enum DocumentValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case real(Double)
    case string(String)
    case list([DocumentValue])
    case map(OrderedDictionary<String, DocumentValue>)
}

extension DocumentValue {
    /// Whether Python, whose tools read the same documents, takes the value for true: whatever is
    /// neither null, zero nor empty.
    package var isTrue: Bool {
        switch self {
        case .null: false
        case .bool(let truth): truth
        case .integer(let number): number != 0
        case .real(let number): number != 0
        case .string(let text): !text.isEmpty
        case .list(let items): !items.isEmpty
        case .map(let entries): !entries.isEmpty
        }
    }

    /// The entry of a map; nil for what is no map or has no such entry.
    package subscript(key: String) -> DocumentValue? {
        if case .map(let entries) = self { entries[key] } else { nil }
    }

    package var map: OrderedDictionary<String, DocumentValue>? {
        if case .map(let entries) = self { entries } else { nil }
    }

    package var list: [DocumentValue]? { if case .list(let items) = self { items } else { nil } }
    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var integer: Int? { if case .integer(let number) = self { number } else { nil } }
}

extension DocumentValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByFloatLiteral
{
    package init(stringLiteral text: String) { self = .string(text) }
    package init(integerLiteral number: Int) { self = .integer(number) }
    package init(floatLiteral number: Double) { self = .real(number) }
    package init(booleanLiteral truth: Bool) { self = .bool(truth) }
    package init(arrayLiteral items: DocumentValue...) { self = .list(items) }
    package init(dictionaryLiteral entries: (String, DocumentValue)...) {
        self = .map(OrderedDictionary(entries, uniquingKeysWith: { _, last in last }))
    }
}
