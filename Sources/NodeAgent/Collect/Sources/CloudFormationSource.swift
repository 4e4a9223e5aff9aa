import Crypto
import Documents
import OrderedCollections

/// `cfn`: the metadata of resources, asked of Heat's CloudFormation API in a signed request.
package struct CloudFormationSource<System: NodeSystem>: MetadataSource {
    private static var usualHint: String { "/var/lib/heat-cfntools/cfn-metadata-server" }

    private let system: System
    private let settings: CollectorSettings
    private let web: any WebTransport

    package init(on system: System, _ settings: CollectorSettings, over web: any WebTransport) {
        self.system = system
        self.settings = settings
        self.web = web
    }

    /// From the settings, or from what an instance was told when it was made.
    private var address: String? {
        if let address = settings["cfn", "metadata_url"] { return address }
        let hint = settings["cfn", "heat_metadata_hint"] ?? Self.usualHint
        guard let text = try? system.text(of: hint) else { return nil }
        return text.split(whereSeparator: \.isWhitespace).first.map { "\($0)/v1/" }
    }

    package func collect() async -> Collected {
        guard let address else { return .unconfigured("metadata_url") }
        guard let key = settings["cfn", "access_key_id"] else {
            return .unconfigured("access_key_id")
        }
        guard let secret = settings["cfn", "secret_access_key"] else {
            return .unconfigured("secret_access_key")
        }
        let paths = settings.all("cfn", "path")
        guard !paths.isEmpty else { return .unconfigured("path") }
        var content: OrderedDictionary<String, DocumentValue> = [:]
        for path in paths {
            let parts = path.split(separator: ".", omittingEmptySubsequences: false)
                .map(String.init)
            guard parts.count > 1 else { return .unconfigured("path \(path): resource.field") }
            let request = Self.request(
                address, stack: settings["cfn", "stack_name"] ?? "None", resource: parts[0],
                key: key, secret: secret)
            do {
                let answer = try await web.demand(request)
                guard let value = Self.value(of: parts[1], parts.dropFirst(2), in: answer.text)
                else { return .unavailable("path \(path) is not there, or is no map") }
                content.merge(value) { $1 }
            } catch {
                return .unavailable(error.description)
            }
        }
        let own = settings.all("cfn", "deployment_key")
        return .documents(
            CollectedDocument.exploded(
                .map(content), from: MetadataSourceName.cfn.rawValue,
                keys: own.isEmpty ? ["deployments"] : own))
    }

    // MARK: Asking

    static func request(
        _ address: String, stack: String, resource: String, key: String, secret: String
    ) -> WebRequest {
        let pairs = [
            ("AWSAccessKeyId", key), ("Action", "DescribeStackResource"),
            ("LogicalResourceId", resource), ("SignatureMethod", "HmacSHA256"),
            ("SignatureVersion", "2"), ("StackName", stack),
        ].map { "\($0)=\(escaped($1))" }
        let query = pairs.joined(separator: "&")
        let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        let host = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(host.count).prefix { $0 != "?" }
        let signed = "GET\n\(host)\n\(path)\n\(query)"
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(signed.utf8), using: SymmetricKey(data: Array(secret.utf8)))
        let signature = escaped(Base64.text(of: Array(code)))
        return WebRequest(
            "GET", "\(address)?\(query)&Signature=\(signature)",
            fields: [WebField("Content-Type", "application/json")])
    }

    /// All but letters, digits and `-_.~` by their numbers.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || "-_.~".utf8.contains(byte)
            guard !isPlain else { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }

    // MARK: Reading

    /// The map under a field of the answer's resource, and under keys of that.
    static func value(
        of field: String, _ keys: ArraySlice<String>, in text: String
    ) -> OrderedDictionary<String, DocumentValue>? {
        guard let detail = XMLText.content(of: "StackResourceDetail", in: text),
            let json = XMLText.content(of: field, in: detail),
            var value = try? DocumentValue(json: XMLText.plain(json))
        else { return nil }
        for key in keys {
            guard let inner = value[key] else { return nil }
            value = inner
        }
        return value.map
    }
}
