import Hardware
public import World

/// What a stack is made of. It never changes: an update makes another.
public struct StackSource: StoredDocument, Hashable {
    public static let kind: DocumentKind = "stack-source"
    public static let version = 1

    public let id: String
    /// The template's name, for messages; nested ones are found under it among the files.
    public let file: String
    /// The template itself; nil where it is the file of this name.
    public let template: TemplateValue?
    /// The names of the resources that lead from the root stack to this one.
    public let path: [String]
    /// Values of the template's parameters: of a nested stack the resource's properties.
    public let parameters: TemplateValue
    /// The name of the tree's ``StackBundle``.
    public let bundle: String
    /// What the resource says that the template stands for.
    public var facade: StackFacade?
    /// Resources that are there already and are only taken note of, by name; nil where all are to
    /// be made.
    public var adopted: TemplateValue?
}
