import OrderedCollections
import Yams

/// Turns a composed YAML document into a value, as PyYAML's safe loader understands it.
struct YAMLText {
    /// Values of one document, aliases counted out: so much no file of a person says.
    private static let valueLimit = 1_000_000
    private static let depthLimit = 200

    private var count = 0

    mutating func value(
        of node: Yams.Node, depth: Int = 0
    ) throws(YAMLSyntaxError) -> DocumentValue {
        let line = node.mark?.line ?? 1
        count += 1
        guard count <= Self.valueLimit, depth <= Self.depthLimit else {
            throw YAMLSyntaxError(line: line, message: "the document is too large or too deep")
        }
        switch node {
        case .scalar(let scalar): return try value(of: scalar, line)
        case .sequence(let sequence):
            var items: [DocumentValue] = []
            for item in sequence { items.append(try value(of: item, depth: depth + 1)) }
            return .list(items)
        case .mapping(let mapping): return .map(try entries(of: mapping, line, depth + 1))
        case .alias: throw YAMLSyntaxError(line: line, message: "found an alias of nothing")
        }
    }

    private func value(
        of scalar: Yams.Node.Scalar, _ line: Int
    ) throws(YAMLSyntaxError) -> DocumentValue {
        switch scalar.tag.description {
        case "" where scalar.style == .plain: return PlainScalar.value(of: scalar.string)
        case "", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp":
            return .string(scalar.string)
        case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
            "tag:yaml.org,2002:null":
            return PlainScalar.value(of: scalar.string)
        case let tag: throw YAMLSyntaxError(line: line, message: "found the unknown tag '\(tag)'")
        }
    }

    private mutating func entries(
        of mapping: Yams.Node.Mapping, _ line: Int, _ depth: Int
    ) throws(YAMLSyntaxError) -> OrderedDictionary<String, DocumentValue> {
        var own: OrderedDictionary<String, DocumentValue> = [:]
        var merged: OrderedDictionary<String, DocumentValue> = [:]
        for (key, node) in mapping {
            guard case .scalar(let scalar) = key else {
                throw YAMLSyntaxError(
                    line: key.mark?.line ?? line, message: "found a list or a map as a key")
            }
            if scalar.string == "<<", scalar.style == .plain {
                merged.merge(try merge(node, line, depth)) { first, _ in first }
            } else if !DuplicateKey.isSetAside(scalar.string) {
                own[Self.name(of: scalar)] = try value(of: node, depth: depth)
            }
        }
        return merged.isEmpty ? own : merged.merging(own) { _, last in last }
    }

    private static func name(of key: Yams.Node.Scalar) -> String {
        key.style == .plain ? PlainScalar.value(of: key.string).keyText : key.string
    }

    /// What a merge key brings in: a map, or a list of maps of which the first wins.
    private mutating func merge(
        _ node: Yams.Node, _ line: Int, _ depth: Int
    ) throws(YAMLSyntaxError) -> OrderedDictionary<String, DocumentValue> {
        let source = try value(of: node, depth: depth)
        if let entries = source.map { return entries }
        guard let maps = source.list?.map(\.map), !maps.contains(nil) else {
            throw YAMLSyntaxError(line: line, message: "expected a map or maps to merge")
        }
        return maps.reversed().reduce(into: [:]) { all, map in
            all.merge(map ?? [:]) { _, last in last }
        }
    }
}

extension DocumentValue {
    /// What a YAML text says to PyYAML's safe loader, but for dates, which stay texts; null for a
    /// text that holds no document.
    package init(yaml text: String) throws(YAMLSyntaxError) {
        guard let root = try YAMLTree.compose(text) else {
            self = .null
            return
        }
        var reading = YAMLText()
        self = try reading.value(of: root)
    }

    /// A key of a map as JSON writes it, which has texts only.
    package var keyText: String {
        switch self {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        default: text
        }
    }
}
