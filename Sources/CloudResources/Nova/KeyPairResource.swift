import Orchestration
import OrderedCollections
import World

/// `OS::Nova::KeyPair`: a public key that servers let in.
struct KeyPairResource: CloudThing {
    private static let type = "OS::Nova::KeyPair"

    static func id(_ name: String) -> String { "\(type)/\(name)" }

    /// Nova makes no keys any more: whoever asks brings the public one.
    func validate(_ properties: PropertyValues) throws(ResourceFailure) {
        guard properties["public_key"].isEmpty else { return }
        throw ResourceFailure(
            "StackValidationFailed",
            "The public_key property is required by the nova API version currently used.")
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let name = work.properties["name"].text
        guard try await work.stored(CloudRecord.self, Self.id(name)) == nil else {
            throw .failed("Conflict", "Key pair '\(name)' already exists. (HTTP 409)")
        }
        work.transaction.insert(
            Self.record(name, work.properties["public_key"], type: work.properties["type"]))
        work.record.physicalID = Self.id(name)
        return .done
    }

    fileprivate static func record(
        _ name: String, _ publicKey: TemplateValue, type kind: TemplateValue
    ) -> CloudRecord {
        CloudRecord(
            id: id(name), type: type, name: name,
            shown: [
                "name": .string(name), "public_key": publicKey, "private_key": "", "type": kind,
            ])
    }

    static func shown(_ record: CloudRecord, _ resource: ResourceView) -> TemplateValue {
        record.shown
    }

    /// Nova knows a key by its name.
    func reference(
        to record: ResourceRecord, _ sight: any StackSight
    ) async throws(StoreError) -> TemplateValue {
        .string(record.physicalID.map { String($0.dropFirst(Self.type.count + 1)) } ?? record.name)
    }
}

extension CloudRecord {
    /// A key pair that was there before any stack.
    ///
    /// - Parameter publicKey: as OpenSSH writes it; empty for a key that nobody has.
    public static func keyPair(_ name: String, publicKey: String = "") -> CloudRecord {
        KeyPairResource.record(name, .string(publicKey), type: "ssh")
    }
}
