/// A JSON value as it goes over the wire.
///
/// An object keeps the order of its members, so that an answer reads as its schema does and the
/// same resource has the same bytes, on which its ETag rests.
public enum JSON: Sendable, Hashable {
    case null
    case truth(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSON])
    case object(JSONObject)

    /// The member of an object; nil for anything else.
    public subscript(name: String) -> JSON? {
        if case .object(let object) = self { object[name] } else { nil }
    }

    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }
    public var list: [JSON]? { if case .list(let list) = self { list } else { nil } }
    public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

    /// The value as a whole number, also where it is written as `5.0`.
    public var integer: Int? {
        switch self {
        case .integer(let integer): integer
        case .number(let number): Int(exactly: number)
        default: nil
        }
    }

    public var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }

    /// The text, or null where there is none.
    static func orNull(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

    static func orNull(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByArrayLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .truth(value) }
    public init(arrayLiteral elements: JSON...) { self = .list(elements) }

    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member(name: $0.0, value: $0.1) }))
    }
}

extension JSON: CustomStringConvertible {
    /// Its text on one line.
    public var description: String { String(decoding: encoded(), as: UTF8.self) }
}
