import Documents
import Yams

/// One reading of one document: turns what Yams composed into values, and counts them.
struct TemplateReading {
    let file: String
    private var count = 0

    init(file: String) { self.file = file }

    mutating func node(
        _ node: Yams.Node, line parent: Int, path: TemplatePath, depth: Int
    ) throws(TemplateProblem) -> TemplateNode {
        let line = node.mark?.line ?? parent
        try bound(at: TemplatePlace(file: file, line: line, path: path), depth)
        switch node {
        case .scalar(let scalar):
            return TemplateNode(line: line, content: .scalar(try value(of: scalar, line, path)))
        case .sequence(let sequence):
            var items: [TemplateNode] = []
            items.reserveCapacity(sequence.count)
            for item in sequence {
                let place = path.item(items.count)
                items.append(try self.node(item, line: line, path: place, depth: depth + 1))
            }
            return TemplateNode(line: line, content: .list(items))
        case .mapping(let mapping):
            let entries = try self.entries(of: mapping, line, path, depth + 1)
            return TemplateNode(line: line, content: .map(entries))
        case .alias:
            throw problem(line, path, "found an alias of nothing")
        }
    }

    private mutating func bound(at place: TemplatePlace, _ depth: Int) throws(TemplateProblem) {
        count += 1
        if count > TemplateLimits.values {
            throw TemplateProblem(
                place,
                "the document has more than \(TemplateLimits.values) values, aliases counted out")
        }
        if depth > TemplateLimits.depth {
            throw TemplateProblem(
                place, "maps and lists are nested more than \(TemplateLimits.depth) deep")
        }
    }

    private func problem(_ line: Int, _ path: TemplatePath, _ message: String) -> TemplateProblem {
        TemplateProblem(TemplatePlace(file: file, line: line, path: path), message)
    }

    // MARK: Scalars

    private func value(
        of scalar: Yams.Node.Scalar, _ line: Int, _ path: TemplatePath
    ) throws(TemplateProblem) -> TemplateValue {
        switch scalar.tag.description {
        case "" where scalar.style == .plain:
            // YAML 1.1 gives the sign a meaning that nobody ever used, and PyYAML refuses it.
            if scalar.string == "=" {
                throw problem(line, path, "found '=' without quotes, expected a value")
            }
            return TemplateValue(PlainScalar.value(of: scalar.string))
        case "": return .string(scalar.string)
        case "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp":
            return .string(scalar.string)
        case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
            "tag:yaml.org,2002:null":
            return TemplateValue(PlainScalar.value(of: scalar.string))
        case let tag: throw problem(line, path, "found the tag '\(tag)', which Heat does not know")
        }
    }

    // MARK: Maps

    private mutating func entries(
        of mapping: Yams.Node.Mapping, _ line: Int, _ path: TemplatePath, _ depth: Int
    ) throws(TemplateProblem) -> [TemplateNode.Entry] {
        var own: [TemplateNode.Entry] = []
        var merged: [TemplateNode.Entry] = []
        own.reserveCapacity(mapping.count)
        for (key, value) in mapping {
            let line = key.mark?.line ?? line
            guard case .scalar(let scalar) = key else {
                throw problem(line, path, "found a list or a map as a key, expected a text")
            }
            if DuplicateKey.isSetAside(scalar.string) { continue }
            if scalar.string == "<<", scalar.style == .plain {
                merged += try merge(value, line, path, depth)
                continue
            }
            let name = Self.name(of: scalar)
            own.append(
                .init(
                    key: name,
                    value: try node(value, line: line, path: path.key(name), depth: depth)))
        }
        guard !merged.isEmpty else { return own }
        return Self.overlaid(merged, by: own)
    }

    /// Tags of keys are not looked at: Yams has resolved them by now, whatever was written.
    private static func name(of key: Yams.Node.Scalar) -> String {
        key.style == .plain ? PlainScalar.value(of: key.string).keyText : key.string
    }

    /// What a merge key brings in: a map, or a list of maps of which the first wins.
    private mutating func merge(
        _ value: Yams.Node, _ line: Int, _ path: TemplatePath, _ depth: Int
    ) throws(TemplateProblem) -> [TemplateNode.Entry] {
        let source = try node(value, line: line, path: path.key("<<"), depth: depth)
        if let entries = source.entries { return entries }
        guard let items = source.items, items.allSatisfy({ $0.entries != nil }) else {
            throw problem(line, path, "found \(source.kind) to merge, expected a map or maps")
        }
        return items.reversed().flatMap { $0.entries ?? [] }
    }

    /// Later entries replace earlier ones of the same key, in the place of the earlier.
    private static func overlaid(
        _ merged: [TemplateNode.Entry], by own: [TemplateNode.Entry]
    ) -> [TemplateNode.Entry] {
        var places: [String: Int] = [:]
        var result: [TemplateNode.Entry] = []
        for entry in merged + own {
            if let place = places[entry.key] {
                result[place] = entry
            } else {
                places[entry.key] = result.count
                result.append(entry)
            }
        }
        return result
    }
}
