import OrderedCollections

/// `Fn::MemberListToMap`: a map of `.member.0.Name=KEY` and `.member.0.Value=VALUE`.
struct MemberListToMap: PlainFunction {
    let syntax: FunctionSyntax
    private let names: (key: String, value: String)
    private let members: Expression

    init(_ syntax: FunctionSyntax) throws(TemplateProblem) {
        let form = "a list of what keys and values are called, and a list of members"
        let items = try syntax.list(3...3, form: form)
        guard case .string(let key)? = items[0].constant,
            case .string(let value)? = items[1].constant
        else { throw syntax.mismatch(expected: form) }
        self.syntax = syntax
        names = (key, value)
        members = items[2]
    }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        guard case .list(let items) = try members.resolve(in: scope) else {
            throw syntax.problem("found \(members.kind) as the members, expected a list")
        }
        var parts: [Int: (key: String?, value: String?)] = [:]
        for item in items { try note(item, in: &parts) }
        var map: OrderedDictionary<String, TemplateValue> = [:]
        for number in parts.keys.sorted() {
            guard let part = parts[number], let key = part.key, let value = part.value else {
                continue
            }
            map[key] = .string(value)
        }
        return .map(map)
    }

    private func note(
        _ item: TemplateValue, in parts: inout [Int: (key: String?, value: String?)]
    ) throws(TemplateProblem) {
        guard case .string(let text) = item, text.contains("=") else {
            throw syntax.problem("found '\(item.text)' among the members, expected KEY=VALUE")
        }
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let steps = halves[0].split(separator: ".")
        guard steps.count == 3, steps[0] == "member", let number = Int(steps[1])
        else { return }
        if steps[2] == names.key { parts[number, default: (nil, nil)].key = String(halves[1]) }
        if steps[2] == names.value { parts[number, default: (nil, nil)].value = String(halves[1]) }
    }
}
