import OrderedCollections

/// The templates and environments of stacks, each read once.
struct StackLibrary {
    private struct Bundle {
        let files: [String: String]
        let environment: Environment
    }

    /// The engine has no more of them at hand; a tree's nested stacks share its templates.
    private static let limit = 4096

    private var bundles: [String: Bundle] = [:]
    /// By bundle and file.
    private var templates: [String: Template] = [:]
    /// By source and stack. Sources never change, and what a group or a chain is made of is written
    /// in its source, so that it would be read anew at every look.
    private var trees: [String: StackTree] = [:]

    init() {}

    func has(bundle: String) -> Bool { bundles[bundle] != nil }

    mutating func keep(_ bundle: StackBundle) {
        if bundles.count >= Self.limit { bundles = [:] }
        bundles[bundle.id] = Bundle(
            files: bundle.files, environment: Environment(document: bundle.environment))
    }

    /// The tree of a stack, if it was made before.
    func tree(for stack: StackRecord) -> StackTree? { trees[Self.key(stack)] }

    private static func key(_ stack: StackRecord) -> String { "\(stack.source)/\(stack.id)" }

    mutating func tree(
        of source: StackSource, for stack: StackRecord
    ) throws(StackFault) -> StackTree {
        let tree = try made(of: source, for: stack)
        if trees.count >= Self.limit { trees = [:] }
        trees[Self.key(stack)] = tree
        return tree
    }

    private mutating func made(
        of source: StackSource, for stack: StackRecord
    ) throws(StackFault) -> StackTree {
        let bundle = try bundle(source.bundle)
        let template = try self.template(of: source, bundle)
        let registry = source.path.reduce(bundle.environment.registry) { $0.nested(in: $1) }
        var values = bundle.environment.parameterDefaults
        if case .map(let own) = source.parameters { values.merge(own) { $1 } }
        let facts: TemplateFacts
        do throws(TemplateError) {
            facts = try TemplateFacts(
                template, values: Dictionary(values.map { ($0.key, $0.value) }) { $1 },
                pseudo: PseudoParameters(
                    stackName: stack.name, stackID: stack.arn, projectID: stack.project))
        } catch {
            throw .template(error)
        }
        return StackTree(
            source: source, files: bundle.files, environment: bundle.environment,
            registry: registry, facts: facts)
    }

    /// The template that a file of a bundle is.
    mutating func template(_ file: String, _ bundle: String) throws(StackFault) -> Template {
        try template(file, bundle, files: try self.bundle(bundle).files)
    }

    private func bundle(_ id: String) throws(StackFault) -> Bundle {
        guard let bundle = bundles[id] else { throw .missing("the files of a stack") }
        return bundle
    }

    private mutating func template(
        of source: StackSource, _ bundle: Bundle
    ) throws(StackFault) -> Template {
        guard let written = source.template else {
            return try template(source.file, source.bundle, files: bundle.files)
        }
        do throws(TemplateError) {
            if case .string(let text) = written {
                let key = "\(source.bundle)//\(text)"
                if let known = templates[key] { return known }
                let template = try Template(parsing: text, file: source.file)
                keep(template, key)
                return template
            }
            return try Template(value: written, file: source.file)
        } catch {
            throw .template(error)
        }
    }

    private mutating func template(
        _ file: String, _ bundle: String, files: [String: String]
    ) throws(StackFault) -> Template {
        let key = "\(bundle)/\(file)"
        if let known = templates[key] { return known }
        guard let text = files[file] else { throw .missing("the file '\(file)'") }
        do throws(TemplateError) {
            let template = try Template(parsing: text, file: file)
            keep(template, key)
            return template
        } catch {
            throw .template(error)
        }
    }

    private mutating func keep(_ template: Template, _ key: String) {
        if templates.count >= Self.limit { templates = [:] }
        templates[key] = template
    }
}
