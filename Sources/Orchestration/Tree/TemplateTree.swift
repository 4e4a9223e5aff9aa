import OrderedCollections

/// A template and all that belongs to it, gathered from where its files lie: environments, the
/// templates that types stand for, and the files that `get_file` names.
///
/// Names that are paths from one file are turned into names from where everything began, so that
/// the same file has one name everywhere.
///
/// Source: what python-heatclient sends with a template.
public struct TemplateTree: Sendable {
    /// The root template's name among the files.
    public let root: String
    /// Templates by name, with the lines they were written in.
    let templates: OrderedDictionary<String, TemplateNode>
    /// Everything else by name.
    let texts: OrderedDictionary<String, String>
    /// In the order in which they were given.
    let environments: [EnvironmentFile]
    /// What could not be found or read.
    public let problems: [TemplateProblem]
    /// What is taken as empty because it is not there.
    public let stubs: [TemplateProblem]

    /// What becomes of a file that `get_file` names and that is not there. Templates and
    /// environments must be there in any case.
    public enum AbsentFile: Sendable {
        case isProblem
        case isEmpty
    }

    /// - Parameters:
    ///   - template: the root template's path.
    ///   - environments: paths of environment files; the later go over the earlier.
    ///   - absent: what becomes of files that `get_file` names and that are not there.
    ///   - read: a file's text by its path; nil where there is none.
    public init(
        gathering template: String, environments: [String] = [],
        absent: AbsentFile = .isProblem, read: (String) -> String?
    ) {
        var gathering = TemplateGathering(absent)
        root = FileName.normalized(template)
        self.environments = gathering.gather(root, environments.map(FileName.normalized), read)
        templates = gathering.templates
        texts = gathering.texts
        problems = gathering.problems
        stubs = gathering.stubs
    }

    /// The files that go with the root template, by name: templates as JSON.
    public var files: [String: String] {
        var files = Dictionary(texts.map { ($0, $1) }) { $1 }
        for (name, node) in templates where name != root { files[name] = node.value.json() }
        return files
    }

    /// The root template, as JSON; nil where it was not found.
    public var template: String? { templates[root].map { $0.value.json() } }

    /// What the environments come to.
    /// - Throws: what is wrong with them.
    public func environment() throws(TemplateError) -> Environment {
        var schemas: [String: ParameterSchema] = [:]
        for (name, node) in templates {
            guard let template = try? TemplateReader.template(node, file: name) else { continue }
            schemas.merge(template.parameters.map { ($0, $1) }) { first, _ in first }
        }
        return try Environment(merging: environments, schemas: schemas)
    }
}
