import Hardware
import Testing
import World

@Suite("The checksum of an archive")
struct StoreArchiveTests {
    private static func archive(_ documents: [(String, Int, String)]) -> StoreArchive {
        StoreArchive(
            revision: Revision(number: 9),
            documents: documents.map {
                EncodedDocument(
                    key: DocumentKey(kind: "note", id: $0.0),
                    version: $0.1,
                    json: $0.2
                )
            }
        )
    }

    private let original = archive([("a", 1, "{}"), ("b", 1, "[]")])

    @Test("is the same for the same documents, at whichever revision")
    func checksumIgnoresRevision() {
        let later = StoreArchive(
            revision: Revision(number: 700),
            documents: original.documents
        )
        #expect(later.checksum == original.checksum)
    }

    @Test("changes with any id, version, content, order or count")
    func checksumSeesEverything() {
        let others = [
            Self.archive([("a", 1, "{}")]),
            Self.archive([]),
            Self.archive([("b", 1, "[]"), ("a", 1, "{}")]),
            Self.archive([("a", 2, "{}"), ("b", 1, "[]")]),
            Self.archive([("a", 1, "{ }"), ("b", 1, "[]")]),
            Self.archive([("aa", 1, "{}"), ("b", 1, "[]")]),
        ]
        #expect(Set(others.map(\.checksum) + [original.checksum]).count == others.count + 1)
    }

    @Test("is FNV-1a over key, version and contents")
    func checksumIsPinned() {
        #expect(Self.archive([]).checksum == "cbf29ce484222325")
    }
}
