/// Where a kind of fault was met in the field.
public struct FieldReport: Sendable, Hashable {
    /// What was seen, in a sentence.
    public let sentence: String
    /// The public report: a bug, an advisory or a document of a vendor or project.
    public let address: String

    public init(_ sentence: String, at address: String) {
        self.sentence = sentence
        self.address = address
    }
}
