/// What a request to set a node's provision state says (`PUT /nodes/…/states/provision`).
public struct ProvisionBody: Sendable, Hashable {
    private static let keys: Set<String> = [
        "target", "configdrive", "clean_steps", "deploy_steps", "service_steps", "rescue_password",
        "disable_ramdisk", "runbook",
    ]

    public let verb: ProvisionVerb
    /// The steps that are asked for; nil for work that takes none.
    public let steps: StepRequest?
    /// What the instance is configured with: an address, base64, or the parts to build it from.
    public let configDrive: JSONValue?
    /// What is to let the owner into the rescue ramdisk, in plain words. Whoever passes it on
    /// hashes it.
    public let rescuePassword: String?

    /// - Throws: ``RecordRefusal/invalid(_:)`` with the first thing that is wrong with it. Whether
    ///   the node's state takes the verb is decided when it is asked.
    public init(_ body: JSONValue) throws(RecordRefusal) {
        guard let object = body.object else { throw .invalid("the body is a JSON object") }
        if let stranger = object.keys.filter({ !Self.keys.contains($0) }).min() {
            throw .invalid("unexpected argument '\(stranger)'")
        }
        guard let target = object["target"]?.text, let verb = ProvisionVerb(target: target) else {
            throw .invalid("the requested action \(body["target"] ?? .null) is none")
        }
        self.verb = verb
        configDrive = try Self.configDrive(body["configdrive"], for: verb)
        rescuePassword = try Self.rescuePassword(body["rescue_password"], for: verb)
        steps = try Self.steps(body, for: verb)
    }

    private static func steps(
        _ body: JSONValue, for verb: ProvisionVerb
    ) throws(RecordRefusal) -> StepRequest? {
        switch verb {
        case .clean, .deploy, .rebuild, .service:
            var body = body.object ?? [:]
            body["target"] = .text(verb.target)
            do { return try StepRequest(.object(body)) } catch { throw .invalid("\(error)") }
        default: break
        }
        let strange = [
            "clean_steps", "deploy_steps", "service_steps", "runbook", "disable_ramdisk",
        ]
        if let key = strange.first(where: { body[$0] ?? .null != .null }) {
            throw .invalid("'\(key)' does not belong to target '\(verb.target)'")
        }
        return nil
    }

    private static func rescuePassword(
        _ value: JSONValue?, for verb: ProvisionVerb
    ) throws(RecordRefusal) -> String? {
        guard verb == .rescue else {
            guard value ?? .null == .null else {
                throw .invalid("'rescue_password' belongs to target 'rescue' only")
            }
            return nil
        }
        guard let password = value?.text, password.contains(where: { !$0.isWhitespace }) else {
            throw .invalid("target 'rescue' takes a 'rescue_password' that is not empty")
        }
        return password
    }

    private static func configDrive(
        _ value: JSONValue?, for verb: ProvisionVerb
    ) throws(RecordRefusal) -> JSONValue? {
        guard let value, value != .null, value != "", value != [:] else { return nil }
        guard verb == .deploy || verb == .rebuild else {
            throw .invalid("'configdrive' belongs to the targets 'active' and 'rebuild' only")
        }
        switch value {
        case .text(let text) where text.contains("://") || text.utf8.allSatisfy(isBase64):
            return value
        case .object(let parts) where areParts(parts): return value
        default: throw .invalid("'configdrive' is an address, base64, or an object of its parts")
        }
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "+/=\n\r\t ".utf8.contains(byte)
        }
    }

    private static func areParts(_ parts: [String: JSONValue]) -> Bool {
        parts.allSatisfy { key, value in
            switch key {
            case "meta_data", "network_data", "vendor_data": value.object != nil
            case "user_data":
                value == .null || value.object != nil || value.list != nil || value.text != nil
            default: false
            }
        }
    }
}

extension ProvisionVerb {
    /// The verb by any of the names that a request's target may have for it.
    fileprivate init?(target: String) {
        switch target {
        // Both the verbs' own names and the states that they lead to, as Ironic takes them.
        case "deploy": self = .deploy
        case "undeploy": self = .undeploy
        default: self.init(name: target)
        }
    }
}
