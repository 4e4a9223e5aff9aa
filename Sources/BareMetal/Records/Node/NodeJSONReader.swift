import Hardware
import World

/// Reads what a request or a report says of a node, as far as an operator may say it.
struct NodeJSONReader {
    let fields: RecordFields
    let nodes: NodeIndex

    func node(_ uuid: Identifier) throws(RecordRefusal) -> Node {
        let info = fields.object("driver_info")
        let properties = fields.object("properties")
        let driver = NodeDriverInfo(info, for: DriverName(fields.text("driver") ?? ""))
        let list = NodePropertyList(properties)
        var node = Node(
            name: try name() ?? NodeName(uuid.text), uuid: uuid, driver: driver.driver,
            bmc: driver.bmc, credentials: driver.credentials, addresses: [],
            properties: list.properties, rootDevice: list.rootDevice)
        node.skippedDevices = list.skippedDevices
        node.driverSettings = settings(driver)
        try readPlace(&node)
        try readChoices(&node)
        var particulars = try particulars()
        particulars.driverInfo = driver.body == info ? nil : info
        particulars.properties = list.body == properties ? nil : properties
        node.particulars = particulars.orNil
        node.instance = try instance()
        return node
    }

    /// Where the null's place is taken by the UUID.
    private func name() throws(RecordRefusal) -> NodeName? {
        guard let text = fields.text("name") else { return nil }
        guard RecordName.isValid(text), text.utf8.count <= 255, Identifier(uuid: text) == nil else {
            throw .invalid("'\(text)' is no node's name")
        }
        guard !NodeSchema.reservedNames.contains(text) else {
            throw .invalid("the word '\(text)' is reserved and no node's name")
        }
        return NodeName(text)
    }

    private func settings(_ driver: NodeDriverInfo) -> DriverSettings? {
        var interfaces: [String: String] = [:]
        for key in DriverSettings.interfaceKeys { interfaces[key] = fields.text(key) }
        let settings = DriverSettings(
            kernel: driver.kernel, ramdisk: driver.ramdisk, interfaces: interfaces,
            parameters: driver.parameters)
        return settings.isEmpty ? nil : settings
    }

    private func readPlace(_ node: inout Node) throws(RecordRefusal) {
        node.resourceClass = fields.text("resource_class").map { ResourceClass($0) }
        node.conductorGroup = fields.text("conductor_group").map { ConductorGroup($0) } ?? .standard
        node.chassis = try fields.identifier("chassis_uuid")
        node.owner = fields.text("owner").map { ProjectID($0) }
        node.lessee = fields.text("lessee").map { ProjectID($0) }
    }

    private func readChoices(_ node: inout Node) throws(RecordRefusal) {
        node.automatedCleaning = try fields.truth("automated_clean").map {
            $0 ? .enabled : .disabled
        }
        if try fields.truth("maintenance") == true {
            node.maintenance = Maintenance(reason: "", fault: nil)
        }
        let retired = try reason("retired")
        node.retirement = retired.map { Retirement(reason: $0) }
        let protected = try reason("protected")
        node.protection = protected.map { Protection(reason: $0) }
    }

    /// Why something is so: nil where it is not, an empty one where nobody said why.
    private func reason(_ name: String) throws(RecordRefusal) -> String?? {
        let reason = fields.text("\(name)_reason")
        if try fields.truth(name) == true { return .some(reason) }
        return nil
    }

    private func particulars() throws(RecordRefusal) -> NodeParticulars {
        var particulars = NodeParticulars()
        particulars.description = fields.text("description")
        particulars.extra = fields.object("extra")
        particulars.shard = fields.text("shard")
        if let text = fields.text("parent_node") {
            particulars.parent = nodes.uuid(of: try nodes.name(of: text))
        }
        particulars.networkData = try networkData()
        particulars.instanceInfo = fields.object("instance_info")
        particulars.instanceName = fields.text("instance_name")
        guard particulars.instanceName != "" else {
            throw .invalid("'instance_name' cannot be empty")
        }
        let isDisabled = try fields.truth("disable_power_off") == true
        particulars.offSwitch = isDisabled ? .disabled : .usable
        return particulars
    }

    /// Empty, or what an instance is told of its links, its networks and its services.
    private func networkData() throws(RecordRefusal) -> [String: JSONValue] {
        let data = fields.object("network_data")
        guard !data.isEmpty else { return data }
        for key in ["links", "networks", "services"] where data[key]?.list == nil {
            throw .invalid("'network_data' has a list of '\(key)'")
        }
        return data
    }

    /// The instance that the node is given to, with the image that was written down for it.
    private func instance() throws(RecordRefusal) -> Instance? {
        let info = fields.object("instance_info")
        let traits = try Self.traits(info["traits"])
        guard let uuid = try fields.identifier("instance_uuid") else { return nil }
        let owner = fields.text("instance_name") ?? info["display_name"]?.text ?? uuid.text
        let image = ImageReference(
            name: ImageName(info["image_source"]?.text ?? ""),
            digest: ImageDigest(
                info["image_os_hash_value"]?.text ?? info["image_checksum"]?.text ?? ""),
            size: .zero)
        return Instance(id: uuid, owner: owner, image: image, traits: traits)
    }

    /// The traits an instance is to have (Ironic checks them before it deploys).
    private static func traits(_ value: JSONValue?) throws(RecordRefusal) -> [Trait] {
        guard let value, value != .null else { return [] }
        guard let list = value.list, list.allSatisfy({ $0.text != nil }) else {
            throw .invalid("'instance_info/traits' is a list of traits")
        }
        return list.compactMap { $0.text.map { Trait($0) } }
    }
}
