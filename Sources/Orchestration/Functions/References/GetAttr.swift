/// `get_attr`: an attribute of a resource, or what a path into it leads to; null where the resource
/// is yet to be created or the path leads nowhere.
struct GetAttr: TemplateFunction {
    /// What versions of the language make of the call.
    enum Form {
        /// An attribute must be named, and the path goes into what the resource answers.
        case selecting
        /// An attribute must be named, and the resource is given the path.
        case pathGiven
        /// As ``pathGiven``; without a name all attributes are meant.
        case allOrOne
        /// CloudFormation's: an attribute, and no path.
        case attributeOnly
    }

    private let syntax: FunctionSyntax
    private let form: Form
    private let parts: [Expression]

    init(_ syntax: FunctionSyntax, _ form: Form) throws(TemplateProblem) {
        let count: ClosedRange<Int> =
            switch form {
            case .selecting, .pathGiven: 2...Int.max
            case .allOrOne: 1...Int.max
            case .attributeOnly: 2...2
            }
        let path = form == .attributeOnly ? "" : ", and a path into it"
        self.syntax = syntax
        self.form = form
        parts = try syntax.list(
            count, form: "a list of a resource's name, an attribute's name\(path)")
    }

    func operands(in scope: any ResolutionScope) -> [Expression] { parts }

    func resolve(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue? {
        let resource = try self.resource(in: scope)
        guard let name = try attribute(in: scope) else { return scope.attributes(of: resource) }
        var path: [TemplateValue] = []
        for part in parts.dropFirst(2) { path.append(try part.resolve(in: scope)) }
        guard form == .selecting else { return scope.attribute(name, of: resource, path: path) }
        return scope.attribute(name, of: resource, path: []).value(at: path, .number) ?? .null
    }

    func reference(
        in scope: any ResolutionScope
    ) throws(TemplateProblem) -> ResourceReference? {
        var aspect = ResourceReference.Aspect.allAttributes
        if let name = try attribute(in: scope) {
            var path: [TemplateValue] = []
            for part in parts.dropFirst(2) { path.append(try part.resolve(in: scope)) }
            aspect = .attribute(name, path: path)
        }
        return ResourceReference(
            resource: try resource(in: scope), aspect: aspect, place: syntax.place)
    }

    private func resource(in scope: any ResolutionScope) throws(TemplateProblem) -> String {
        let value = try parts[0].resolve(in: scope)
        guard case .string(let name) = value else {
            throw syntax.problem("found \(value.kind), expected a resource's name")
        }
        guard scope.hasResource(name) else {
            throw syntax.problem("there is no resource '\(name)'")
        }
        return name
    }

    /// - Returns: nil where none is named.
    private func attribute(in scope: any ResolutionScope) throws(TemplateProblem) -> String? {
        guard parts.count > 1 else { return nil }
        let value = try parts[1].resolve(in: scope)
        guard case .string(let name) = value else {
            throw syntax.problem("found \(value.kind), expected an attribute's name")
        }
        return name
    }
}
