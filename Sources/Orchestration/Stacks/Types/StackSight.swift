public import OrderedCollections
public import World

/// Looks into stacks: nested ones, for those who stand for them.
public protocol StackSight: Sendable {
    /// - Returns: nil where there is no such stack any more.
    func stack(_ id: String) async throws(StoreError) -> Stored<StackRecord>?

    /// The resources of a stack, in the order of its template; of two of a name the present one.
    func members(of stack: String) async throws(StoreError) -> [ResourceRecord]

    /// What one output of a stack comes to; nil where the stack has no such output. Others are not
    /// looked at: each may rest on whole trees below.
    func output(
        _ name: String, of stack: String
    ) async throws(StoreError) -> TemplateValue?

    /// What a stack's outputs come to, by name. One that has no value is null.
    func outputs(
        of stack: String
    ) async throws(StoreError) -> OrderedDictionary<String, TemplateValue>

    /// - Returns: null where the resource has no such attribute, or the path leads nowhere.
    func attribute(
        _ name: String, path: [TemplateValue], of record: ResourceRecord
    ) async throws(StoreError) -> TemplateValue

    /// Any document of the store.
    func document<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(StoreError) -> Document?

    /// All documents of a kind in a range, in order of id.
    func documents<Document: StoredDocument>(
        _ type: Document.Type, in range: DocumentRange
    ) async throws(StoreError) -> [Document]

    /// What names a resource to others.
    func reference(to record: ResourceRecord) async throws(StoreError) -> TemplateValue
}
