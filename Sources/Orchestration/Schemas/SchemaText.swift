import OrderedCollections

/// Reads the texts that ``ResourceSchemas`` are kept as.
struct SchemaText {
    private struct Line {
        let depth: Int
        var text: String
    }

    private static let step = 4

    private var lines: ArraySlice<Line>

    static func schemas(in text: String) -> [String: ResourceSchema] {
        var reader = SchemaText(lines: lines(of: text)[...])
        var schemas: [String: ResourceSchema] = [:]
        while let type = reader.lines.popFirst() {
            schemas[type.text] = reader.resource()
        }
        return schemas
    }

    private static func lines(of text: String) -> [Line] {
        var lines: [Line] = []
        for line in text.split(separator: "\n") {
            let body = line.drop { $0 == " " }
            if body.first == "\\" {
                lines[lines.count - 1].text += body.dropFirst()
            } else if body.first == "|" {
                lines[lines.count - 1].text += " " + body
            } else {
                lines.append(Line(depth: (line.count - body.count) / step, text: String(body)))
            }
        }
        return lines
    }

    private mutating func resource() -> ResourceSchema {
        var schema = ResourceSchema()
        while let line = lines.first, line.depth == 1 {
            if line.text.first == "@" {
                schema.attributes.append(Self.halves(of: String(line.text.dropFirst())).0)
                lines.removeFirst()
            } else {
                let (name, property) = property(at: 1)
                schema.properties[name] = property
            }
        }
        return schema
    }

    private mutating func property(at depth: Int) -> (String, PropertySchema) {
        let text = lines.removeFirst().text
        let (name, rest) = Self.halves(of: text)
        let fields = SeparatedText.parts(of: rest, separatedBy: " | ")
        guard let kind = PropertySchema.Kind(rawValue: fields[0]) else {
            preconditionFailure("A property is of a known kind: \(text)")
        }
        var schema = PropertySchema(kind)
        for field in fields.dropFirst() { Self.read(field, into: &schema) }
        while let line = lines.first, line.depth == depth + 1 {
            let (name, inner) = property(at: depth + 1)
            if name == "*" { schema.items = [inner] } else { schema.members[name] = inner }
        }
        return (name, schema)
    }

    /// A name and what follows it; names may have colons in them, but no blanks.
    private static func halves(of text: String) -> (String, String) {
        let parts = SeparatedText.parts(of: text, separatedBy: ": ")
        return (parts[0], parts.dropFirst().joined(separator: ": "))
    }

    private static func read(_ field: String, into schema: inout PropertySchema) {
        switch field {
        case "required": schema.presence = .required
        case "updatable": schema.change = .update
        case let field where field.hasPrefix("once "):
            schema.formerName = String(field.dropFirst("once ".count))
        default:
            guard let rule = rule(field) else {
                schema.defaultValue = TemplateValue(json: String(field.dropFirst("default ".count)))
                return
            }
            schema.rules.append(rule)
        }
    }

    private static func rule(_ field: String) -> ParameterRule? {
        func rest(_ mark: String) -> String? {
            field.hasPrefix(mark) ? String(field.dropFirst(mark.count)) : nil
        }
        if let text = rest("range ") { return .range(bounds(text)) }
        if let text = rest("length ") { return .length(bounds(text)) }
        if let text = rest("pattern ") { return .allowedPattern(text) }
        if let text = rest("known to ") { return .custom(text) }
        guard let text = rest("one of ") else { return nil }
        return .allowedValues(
            text.split(separator: " ").map {
                let isValue = $0.first == "\"" || $0.first?.isNumber == true
                return isValue
                    ? TemplateValue(json: String($0)) ?? .string(String($0))
                    : .string(String($0))
            })
    }

    private static func bounds(_ text: String) -> NumberBounds {
        let ends = SeparatedText.parts(of: text, separatedBy: "..")
        return NumberBounds(least: Double(ends[0]), greatest: Double(ends[1]))
    }
}
