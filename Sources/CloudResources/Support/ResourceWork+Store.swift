import Orchestration
import World

extension ResourceWork {
    /// A document as it is now; nil where there is none.
    func stored<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(ResourceError) -> Stored<Document>? {
        do throws(StoreError) { return try await store.get(type, id) } catch { throw .store(error) }
    }

    /// All documents of a kind, in order of id.
    func all<Document: StoredDocument>(
        _ type: Document.Type, in range: DocumentRange = .all
    ) async throws(ResourceError) -> [Stored<Document>] {
        do throws(StoreError) {
            return try await store.scan(type, in: range)
        } catch {
            throw .store(error)
        }
    }

    func newID() -> Identifier { Identifier(drawnFrom: random) }

    /// A name that was given, or one unlike any other.
    func name(_ property: String = "name") -> String {
        let given = properties.text(property) ?? ""
        return given.isEmpty ? physicalName() : given
    }
}
