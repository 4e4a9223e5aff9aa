internal import OrderedCollections

/// An element of an XML document, as far as CIBs use XML: elements and attributes.
public struct XMLElement: Sendable, Hashable {
    public let name: String
    private(set) var attributes: OrderedDictionary<String, String>
    public var children: [XMLElement]

    public init(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
        _ children: [XMLElement] = []
    ) {
        self.name = name
        self.attributes = [:]
        self.children = children
        for (name, value) in attributes where value != nil { self.attributes[name] = value }
    }

    /// The outermost element of a document.
    public static func read(_ text: String) throws(XMLProblem) -> XMLElement {
        try XMLReader.read(text)
    }

    public subscript(attribute: String) -> String? {
        get { attributes[attribute] }
        set { attributes[attribute] = newValue }
    }

    public func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    public func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// Itself and all that is in it, in the document's order.
    public var flattened: [XMLElement] { [self] + children.flatMap(\.flattened) }

    /// The document's text, two spaces for each level.
    public var text: String {
        var text = ""
        write(to: &text, depth: 0)
        return text
    }

    private func write(to text: inout String, depth: Int) {
        text += String(repeating: "  ", count: depth) + "<" + name
        for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
        guard !children.isEmpty else {
            text += "/>\n"
            return
        }
        text += ">\n"
        for child in children { child.write(to: &text, depth: depth + 1) }
        text += String(repeating: "  ", count: depth) + "</\(name)>\n"
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for character in value {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\n": text += "&#10;"
            default: text.append(character)
            }
        }
        return text
    }
}
