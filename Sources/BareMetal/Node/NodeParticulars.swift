public import World

/// What a node's record says beyond what the service goes by: what operators wrote down, and what
/// only the service that reported the node can know. Most nodes have nothing of the kind.
public struct NodeParticulars: Sendable, Hashable, Codable {
    public var description: String?
    public var extra: [String: JSONValue] = [:]
    /// Which of several schedulers the node is for (Ironic's `shard`).
    public var shard: String?
    /// The node whose machine it is a part of, as a DPU of its host (Ironic's `parent_node`).
    public var parent: Identifier?
    /// What an instance is told of its networks; empty where the ports say it.
    public var networkData: [String: JSONValue] = [:]
    public var instanceName: String?
    /// What was written down for the next instance, as it stands (Ironic's `instance_info`). It
    /// goes when the node's instance does.
    public var instanceInfo: [String: JSONValue] = [:]
    /// `driver_info` and `properties` as they were written, where they hold more than
    /// ``Node/bmc``, ``Node/driverSettings`` and ``Node/properties`` say, or say it otherwise.
    var driverInfo: [String: JSONValue]?
    var properties: [String: JSONValue]?
    /// Whether the machine may be switched off at all (Ironic's `disable_power_off`).
    public var offSwitch = OffSwitch.usable
    /// What another service told of its own work on the node, by Ironic's names.
    var reported: [String: JSONValue] = [:]
    public var dates: RecordDates?

    public init() {}

    /// Itself; nil where it says nothing.
    var orNil: NodeParticulars? { self == NodeParticulars() ? nil : self }
}

extension Node {
    /// Whether its machine may be switched off.
    public internal(set) var offSwitch: OffSwitch {
        get { particulars?.offSwitch ?? .usable }
        set {
            var changed = particulars ?? NodeParticulars()
            changed.offSwitch = newValue
            particulars = changed.orNil
        }
    }
}
