import Hardware
public import World

/// What all stacks of a tree share: the files that came with the template, and the environment.
public struct StackBundle: StoredDocument, Hashable {
    public static let kind: DocumentKind = "stack-bundle"
    public static let version = 1

    public let id: String
    /// Texts by name.
    public let files: [String: String]
    /// As ``Environment/document`` writes it.
    public let environment: TemplateValue
}
