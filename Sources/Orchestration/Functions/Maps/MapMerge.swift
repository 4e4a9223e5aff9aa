import OrderedCollections

/// `map_merge`: the entries of all maps of a list; of equal keys the last one holds.
struct MapMerge: PlainFunction {
    let syntax: FunctionSyntax

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        guard case .list(let items) = try syntax.arguments.resolve(in: scope) else {
            throw syntax.mismatch(expected: "a list of maps")
        }
        var merged: OrderedDictionary<String, TemplateValue> = [:]
        for item in items where item != .null {
            guard case .map(let entries) = item else {
                throw syntax.problem("found \(item.kind) to merge, expected a map")
            }
            merged.merge(entries) { $1 }
        }
        return .map(merged)
    }
}
