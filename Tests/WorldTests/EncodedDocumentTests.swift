import Hardware
import Testing
import World

@Suite("Documents outside a process")
struct EncodedDocumentTests {
    private struct Lease: StoredDocument, Hashable {
        static let kind: DocumentKind = "lease"
        static let version = 2

        let id: String
        var holder: String?
        var terms = 0
    }

    private let lease = Lease(id: "leader", holder: "http://a/b", terms: 3)

    @Test("are JSON with sorted keys and plain slashes, beside key and version")
    func encodingIsStable() {
        let encoded = EncodedDocument(lease)
        #expect(encoded.key.description == "lease/leader")
        #expect(encoded.version == 2)
        #expect(encoded.json == #"{"holder":"http://a/b","id":"leader","terms":3}"#)
    }

    @Test("read back as they were, in their own layout and from an older one", arguments: [1, 2])
    func decodingReads(version: Int) throws {
        let encoded = EncodedDocument(
            key: DocumentKey(lease),
            version: version,
            json: EncodedDocument(lease).json
        )
        #expect(try encoded.decoded(as: Lease.self) == lease)
    }

    @Test("in a newer layout are refused with both versions")
    func newerLayoutIsRefused() {
        let encoded = EncodedDocument(
            key: DocumentKey(lease),
            version: 3,
            json: EncodedDocument(lease).json
        )
        #expect(throws: StoreError.newerVersion(DocumentKey(lease), found: 3, supported: 2)) {
            try encoded.decoded(as: Lease.self)
        }
    }

    @Test("that do not fit their type are damaged", arguments: ["", "{}", "[]", #"{"id":7}"#])
    func misfitIsDamaged(json: String) {
        let encoded = EncodedDocument(key: DocumentKey(lease), version: 2, json: json)
        #expect(throws: StoreError.corrupt("lease/leader does not read as a lease of version 2")) {
            try encoded.decoded(as: Lease.self)
        }
    }
}
