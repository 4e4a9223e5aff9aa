/// One constraint as it is written.
struct ConstraintSyntax {
    let file: String
    let path: TemplatePath
    let node: TemplateNode

    /// - Parameter kind: the constraint's name in HOT.
    func rule(_ kind: String) throws(TemplateProblem) -> ParameterRule {
        switch kind {
        case "range": return .range(try bounds())
        case "length":
            let bounds = try bounds()
            for bound in [bounds.least, bounds.greatest] {
                if let bound, Int(exactly: bound) == nil {
                    throw problem("found the length \(bound), expected a whole number")
                }
            }
            return .length(bounds)
        case "modulo": return try modulo()
        case "allowed_values": return .allowedValues(try choices())
        case "allowed_pattern": return .allowedPattern(try pattern())
        default: return .custom(node.value.text)
        }
    }

    func problem(_ message: String) -> TemplateProblem {
        TemplateProblem(TemplatePlace(file: file, line: node.line, path: path), message)
    }

    func choices() throws(TemplateProblem) -> [TemplateValue] {
        guard let items = node.items else {
            throw problem("found \(node.kind), expected a list of values")
        }
        return items.map(\.value)
    }

    func pattern() throws(TemplateProblem) -> String {
        guard let pattern = node.string else {
            throw problem("found \(node.kind), expected a regular expression")
        }
        if let fault = TextPattern.fault(of: pattern) { throw problem(fault) }
        return pattern
    }

    /// - Returns: nil where nothing is written.
    static func number(
        _ node: TemplateNode?, _ path: TemplatePath, file: String
    ) throws(TemplateProblem) -> Double? {
        guard let node, !node.isNull else { return nil }
        guard let value = try? ParameterType.number.value(of: node.value) else {
            throw TemplateProblem(
                TemplatePlace(file: file, line: node.line, path: path),
                "found '\(node.value.text)', expected a number")
        }
        return value.number
    }

    private func bounds() throws(TemplateProblem) -> NumberBounds {
        try expectKeys(["min", "max"])
        let bounds = NumberBounds(least: try number("min"), greatest: try number("max"))
        guard bounds.least != nil || bounds.greatest != nil else {
            throw problem("found neither 'min' nor 'max', expected one of them")
        }
        return bounds
    }

    private func modulo() throws(TemplateProblem) -> ParameterRule {
        try expectKeys(["step", "offset"])
        guard let step = try number("step").flatMap(Int.init(exactly:)),
            let offset = try number("offset").flatMap(Int.init(exactly:))
        else { throw problem("expected whole numbers as 'step' and 'offset'") }
        guard step != 0, offset.magnitude < step.magnitude,
            offset == 0 || (offset < 0) == (step < 0)
        else {
            throw problem(
                "found step \(step) and offset \(offset), expected a step that is not 0, and an "
                    + "offset nearer to 0 and of the same sign")
        }
        return .modulo(step: step, offset: offset)
    }

    private func number(_ key: String) throws(TemplateProblem) -> Double? {
        try Self.number(node[key], path.key(key), file: file)
    }

    private func expectKeys(_ keys: [String]) throws(TemplateProblem) {
        guard let entries = node.entries else {
            throw problem("found \(node.kind), expected a map of \(keys.joined(separator: ", "))")
        }
        for entry in entries where !keys.contains(entry.key) {
            throw problem(
                "unknown key '\(entry.key)', expected one of \(keys.joined(separator: ", "))")
        }
    }
}
