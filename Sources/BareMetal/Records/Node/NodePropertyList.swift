import Hardware

/// What a machine is like, between Ironic's `properties` and what a ``Node`` keeps.
struct NodePropertyList: Hashable {
    private(set) var properties = NodeProperties()
    private(set) var rootDevice: RootDeviceHints?
    private(set) var skippedDevices: SkippedDevices?

    init(_ node: Node) {
        properties = node.properties
        rootDevice = node.rootDevice
        skippedDevices = node.skippedDevices
    }

    /// Takes what it understands; Ironic looks at the rest when it deploys.
    init(_ body: [String: JSONValue]) {
        properties.processors = Self.count(body["cpus"])
        properties.memory = Self.count(body["memory_mb"]).map { .mebibytes(Int64($0)) }
        properties.localDisk = Self.count(body["local_gb"]).map { .gibibytes(Int64($0)) }
        properties.architecture = body["cpu_arch"]?.text.map { Architecture($0) }
        properties.capabilities = Self.capabilities(body["capabilities"])
        rootDevice = body["root_device"]?.object.flatMap(Self.hints)
        skippedDevices = body["skip_block_devices"]?.list.flatMap(SkippedDevices.init(list:))
    }

    private static func count(_ value: JSONValue?) -> Int? {
        guard let number = value?.integer ?? value?.text.flatMap({ Int($0) }),
            (1...NodeReader.largestCount).contains(number)
        else { return nil }
        return number
    }

    /// A text of `name:value` pairs, or an object; pairs that are none are left out.
    private static func capabilities(_ value: JSONValue?) -> [String: String] {
        if let object = value?.object { return object.compactMapValues(\.text) }
        var found: [String: String] = [:]
        for pair in (value?.text ?? "").split(separator: ",") {
            let parts = pair.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { found[String(parts[0])] = String(parts[1]) }
        }
        return found
    }

    static func hints(_ object: [String: JSONValue]) -> RootDeviceHints? {
        var expressions: [String: String] = [:]
        for (name, value) in object {
            switch value {
            case .text(let text): expressions[name] = text
            case .integer(let number): expressions[name] = String(number)
            case .truth(let truth): expressions[name] = truth ? "true" : "false"
            default: return nil
            }
        }
        return expressions.isEmpty ? nil : try? RootDeviceHints(expressions)
    }

    /// As Ironic has it.
    var body: [String: JSONValue] {
        var body: [String: JSONValue] = [:]
        body["cpus"] = properties.processors.map { .integer($0) }
        body["memory_mb"] = properties.memory.map { .integer(Int($0.mebibytes)) }
        body["local_gb"] = properties.localDisk.map { .integer(Int($0.gibibytes)) }
        body["cpu_arch"] = properties.architecture.map { .text($0.text) }
        if !properties.capabilities.isEmpty {
            let pairs = properties.capabilities.sorted { $0.key < $1.key }
            body["capabilities"] = .text(
                pairs.map { "\($0.key):\($0.value)" }.joined(separator: ","))
        }
        if let rootDevice {
            body["root_device"] = .object(rootDevice.expressions.mapValues { .text($0) })
        }
        body["skip_block_devices"] = skippedDevices.map { .list($0.list) }
        return body
    }

    /// As Ironic has it, in the words in which it was written where they still hold.
    func body(writtenAs written: [String: JSONValue]?) -> [String: JSONValue] {
        guard let written else { return body }
        return RecordSpelling.merge(body, NodePropertyList(written).body, written)
    }
}
