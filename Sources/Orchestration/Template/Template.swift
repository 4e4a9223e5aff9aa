public import OrderedCollections

/// A template as it was parsed: everything that can be known of it before there are values for its
/// parameters.
public struct Template: Sendable {
    public let file: String
    public let version: TemplateVersion
    public var description: String?
    public var parameterGroups: [ParameterGroup] = []
    public var parameters: OrderedDictionary<String, ParameterSchema> = [:]
    public var conditions: OrderedDictionary<String, Expression> = [:]
    /// CloudFormation's tables, by name.
    public var mappings: OrderedDictionary<String, TemplateValue> = [:]
    public var resources: OrderedDictionary<String, ResourceDefinition> = [:]
    public var outputs: OrderedDictionary<String, OutputDefinition> = [:]

    init(file: String, version: TemplateVersion) {
        self.file = file
        self.version = version
    }
}

extension Template {
    /// - Parameters:
    ///   - text: the template, in YAML or JSON.
    ///   - file: its name, for messages.
    /// - Throws: everything that is wrong with the template by itself, in one go.
    public init(parsing text: String, file: String) throws(TemplateError) {
        let root: TemplateNode
        do throws(TemplateProblem) {
            root = try TemplateDocument.read(text, file: file)
        } catch {
            throw TemplateError(error)
        }
        self = try TemplateReader.template(root, file: file)
    }
}
