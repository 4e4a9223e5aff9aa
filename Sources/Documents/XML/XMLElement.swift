/// An element of XML with what is in it; comments and the like are left out.
public struct XMLElement: Sendable, Hashable {
    public struct Attribute: Sendable, Hashable {
        public let name: String
        public var value: String
    }

    public enum Node: Sendable, Hashable {
        case element(XMLElement)
        case text(String)
    }

    public let name: String
    public private(set) var attributes: [Attribute]
    public var nodes: [Node]

    public init(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
        _ children: [XMLElement] = []
    ) {
        self.name = name
        self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
        nodes = children.map { .element($0) }
    }

    /// One that holds text.
    public init(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
    ) {
        self.init(name, attributes)
        nodes = [.text(text)]
    }

    init(name: String, attributes: [Attribute], nodes: [Node]) {
        self.name = name
        self.attributes = attributes
        self.nodes = nodes
    }

    /// The value of an attribute; nil where there is none.
    public subscript(attribute name: String) -> String? {
        get { attributes.first { $0.name == name }?.value }
        set {
            let place = attributes.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): attributes[place].value = value
            case (let place?, nil): attributes.remove(at: place)
            case (nil, let value?): attributes.append(Attribute(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The elements in it, in their order.
    public var children: [XMLElement] {
        nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The elements in it and in these, each before what it holds.
    public var descendants: [XMLElement] { children.flatMap { [$0] + $0.descendants } }

    public func children(named name: String) -> [XMLElement] {
        children.filter { $0.name == name }
    }

    /// The first element of the name.
    public func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The text that stands in it itself, without the white space around it.
    public var content: String {
        let texts = nodes.compactMap { if case .text(let text) = $0 { text } else { nil } }
        let whole = Substring(texts.joined())
        let start = whole.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    public mutating func append(_ child: XMLElement) { nodes.append(.element(child)) }

    /// Takes out the elements that fit.
    public mutating func removeChildren(where fits: (XMLElement) -> Bool) {
        nodes.removeAll { if case .element(let element) = $0 { fits(element) } else { false } }
    }

    /// Changes each element in it.
    public mutating func changeChildren(_ change: (inout XMLElement) -> Void) {
        for index in nodes.indices {
            guard case .element(var element) = nodes[index] else { continue }
            change(&element)
            nodes[index] = .element(element)
        }
    }

    /// Changes the first element of the name, which is added where there is none.
    public mutating func change(_ name: String, _ change: (inout XMLElement) -> Void) {
        for index in nodes.indices {
            guard case .element(var element) = nodes[index], element.name == name else { continue }
            change(&element)
            nodes[index] = .element(element)
            return
        }
        var element = XMLElement(name)
        change(&element)
        append(element)
    }
}
