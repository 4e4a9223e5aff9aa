import Hardware
public import Orchestration
public import World

/// What the overcloud is to be made of, where it is a stack of somebody's own templates: the root
/// template with its files and environment. One document, written by the seed.
public struct CloudTemplate: StoredDocument, Hashable {
    public static let kind: DocumentKind = "cloud-template"
    public static let version = 1
    public static let onlyID = "cloud-template"

    /// What the overcloud's stack is called.
    public static let stackName = "overcloud"

    /// The root template's name among the files.
    public let file: String
    public let template: String
    /// What comes with the template, by name.
    public let files: [String: String]
    /// As ``Environment/document`` writes it.
    public let environment: TemplateValue

    public init(
        file: String, template: String, files: [String: String], environment: TemplateValue
    ) {
        self.file = file
        self.template = template
        self.files = files
        self.environment = environment
    }

    public var id: String { Self.onlyID }

    var contents: StackService.Contents {
        StackService.Contents(
            template: template, file: file, files: files,
            environment: Environment(document: environment))
    }
}
