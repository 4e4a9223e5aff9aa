import Hardware
public import World

/// A node keeps its name here, by which its other records know it; Ironic's may be renamed.
extension Node: APIRecord {
    public static let collection = "nodes"
    public var children: [String] { ["ports", "portgroups", "states", "volume"] }

    /// The node that a request makes, in state `enroll`. Interfaces that do not fit its hardware
    /// type are refused; whether a conductor has its driver is ``DriverSupport``'s to say.
    public init(
        creating body: JSONValue, uuid: Identifier, nodes: NodeIndex
    ) throws(RecordRefusal) {
        let (fields, uuid) = try NodeSchema.created.creation(body, uuid: uuid)
        self = try NodeJSONReader(fields: fields, nodes: nodes).node(uuid)
        try HardwareType.named(driver)?.check(driverSettings?.interfaces ?? [:])
    }

    public init(reported body: JSONValue, nodes: NodeIndex) throws(RecordRefusal) {
        let (fields, uuid) = try NodeSchema.patched.report(body)
        self = try NodeJSONReader(fields: fields, nodes: nodes).node(uuid)
        try NodeReportReader(body: body).read(into: &self)
    }

    /// The node as a patch changes it, whatever its state is; ``changes(to:)`` are what its rules
    /// then decide on.
    public func patched(by patch: JSONPatch, nodes: NodeIndex) throws(RecordRefusal) -> Node {
        let before = NodeJSONWriter(node: self, nodes: nodes).body
        let fields = try NodeSchema.patched.patched(before, by: patch)
        for flag in ["protected", "retired"] {
            try checkReason(of: flag, fields, patch)
        }
        let said = try NodeJSONReader(fields: fields, nodes: nodes).node(uuid)
        guard said.name == name else { throw .invalid("node \(name) keeps its name") }
        return merged(with: said)
    }

    /// Interfaces that nobody chose are told as the hardware type has them; secrets are not told.
    public func body(nodes: NodeIndex) -> [String: JSONValue] {
        var body = NodeJSONWriter(node: self, nodes: nodes).body
        let standard = (try? HardwareType.named(driver)?.interfaces()) ?? [:]
        for key in DriverSettings.interfaceKeys where body[key] == .null {
            body[key] = .orNull(standard[key])
        }
        body["driver_info"] = .object(
            RecordSecrets.masked(driverInfo: body["driver_info"]?.object ?? [:]))
        body["instance_info"] = .object(
            RecordSecrets.masked(instanceInfo: body["instance_info"]?.object ?? [:]))
        body["driver_internal_info"] = .object(
            RecordSecrets.masked(body["driver_internal_info"]?.object ?? [:]))
        return body
    }

    /// A reason needs something that it is the reason of. One that is left over from what the same
    /// patch ends goes with it.
    private func checkReason(
        of flag: String, _ fields: RecordFields, _ patch: JSONPatch
    ) throws(RecordRefusal) {
        guard fields.text("\(flag)_reason") != nil, try fields.truth(flag) != true else { return }
        let was = flag == "protected" ? protection != nil : retirement != nil
        guard was else { throw .invalid("'\(flag)_reason' goes with '\(flag)' only") }
    }

    /// The node with what an operator may say of it taken from another.
    private func merged(with said: Node) -> Node {
        var node = self
        node.driver = said.driver
        (node.bmc, node.credentials) = (said.bmc, said.credentials)
        let platform = driverSettings?.platform
        node.driverSettings = said.driverSettings
        if let platform {
            var settings = said.driverSettings ?? DriverSettings()
            settings.platform = platform
            node.driverSettings = settings
        }
        (node.properties, node.rootDevice) = (said.properties, said.rootDevice)
        node.skippedDevices = said.skippedDevices
        (node.resourceClass, node.conductorGroup) = (said.resourceClass, said.conductorGroup)
        (node.chassis, node.owner, node.lessee) = (said.chassis, said.owner, said.lessee)
        node.automatedCleaning = said.automatedCleaning
        (node.protection, node.retirement) = (said.protection, said.retirement)
        if (maintenance == nil) != (said.maintenance == nil) { node.maintenance = said.maintenance }
        var particulars = said.particulars ?? NodeParticulars()
        particulars.reported = self.particulars?.reported ?? [:]
        particulars.dates = self.particulars?.dates
        node.particulars = particulars.orNil
        node.give(to: said.instance)
        return node
    }

    private mutating func give(to said: Instance?) {
        guard let said else { return (instance, allocation) = (nil, nil) }
        guard var kept = instance, kept.id == said.id else {
            // What was claimed only is told as the instance it was claimed for.
            if instance != nil || said.id != allocation { instance = said }
            return
        }
        guard NodeUpdate.open.contains(provisionState), said.image.name != "" else { return }
        (kept.image, kept.traits) = (said.image, said.traits)
        instance = kept
    }
}
