public import OrderedCollections

/// What a nested stack is made of.
public struct NestedDefinition: Sendable {
    /// Its template's name.
    public var file: String
    /// The template; nil where it is a file of the tree.
    public var template: TemplateValue?
    public var parameters: OrderedDictionary<String, TemplateValue> = [:]
    /// In minutes; nil for as long as the stack that it lies in has.
    public var timeout: Int?
}
