import FoundationEssentials
import OrderedCollections

/// JSON that stands in a text: in a parameter's value, or where a function reads one.
enum JSONText {
    /// - Returns: nil for what is not JSON. Maps are in the order of their keys.
    static func value(of text: String) -> TemplateValue? {
        try? JSONDecoder().decode(Document.self, from: Data(text.utf8)).value
    }

    /// Any JSON value.
    private struct Document: Decodable {
        let value: TemplateValue

        init(from decoder: any Decoder) throws {
            if let map = try? decoder.container(keyedBy: Key.self) {
                var entries: OrderedDictionary<String, TemplateValue> = [:]
                for key in map.allKeys.sorted(by: { TemplateValue.precedes($0.name, $1.name) }) {
                    entries[key.name] = try map.decode(Document.self, forKey: key).value
                }
                value = .map(entries)
            } else if var list = try? decoder.unkeyedContainer() {
                var items: [TemplateValue] = []
                while !list.isAtEnd { items.append(try list.decode(Document.self).value) }
                value = .list(items)
            } else {
                value = try Self.scalar(decoder.singleValueContainer())
            }
        }

        private static func scalar(
            _ container: any SingleValueDecodingContainer
        ) throws -> TemplateValue {
            if container.decodeNil() { return .null }
            if let truth = try? container.decode(Bool.self) { return .bool(truth) }
            if let number = try? container.decode(Int.self) { return .integer(number) }
            if let number = try? container.decode(Double.self) { return .real(number) }
            return .string(try container.decode(String.self))
        }
    }

    private struct Key: CodingKey {
        let name: String

        init(stringValue: String) { name = stringValue }
        init?(intValue: Int) { nil }

        var stringValue: String { name }
        var intValue: Int? { nil }
    }
}
