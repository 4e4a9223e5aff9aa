/// A value that outlives its process.
///
/// `version` counts the layouts the type has had. A store refuses to read a document with a newer
/// one, because what it does not know of it would be lost at the next write.
public protocol StoredDocument: Codable, Sendable {
    /// The family of documents this type makes up; part of every key.
    static var kind: DocumentKind { get }
    static var version: Int { get }

    /// The document's name within its kind.
    var id: String { get }
}
