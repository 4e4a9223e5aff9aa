package import Documents
import Hardware
import OrderedCollections

/// A ramdisk's data on its way into a node: Ironic's inspection hooks, one after the other.
///
/// Nothing is asked and nothing is written: what comes out is the node, its ports, and the data
/// with what the hooks added to it.
package struct Inspection: Sendable {
    let options: InspectionOptions
    package internal(set) var node: DocumentValue
    /// In the order they were in; new ones, without `uuid`, at the end.
    package internal(set) var ports: [DocumentValue]
    /// What the ramdisk sent, with what hooks made of it.
    package internal(set) var data: DocumentValue
    /// What was odd and is no reason to fail.
    package internal(set) var warnings: [String] = []

    /// - Parameters:
    ///   - data: the ramdisk's message: `inventory`, and the collectors' data beside it.
    ///   - previous: what was kept of the introspection before.
    /// - Throws: why the data cannot be taken.
    package init(
        _ data: DocumentValue, node: DocumentValue, ports: [DocumentValue],
        previous: DocumentValue? = nil, options: InspectionOptions = InspectionOptions()
    ) throws(InspectionFault) {
        self.options = options
        (self.node, self.ports, self.data) = (node, ports, data)
        if let error = data["error"], error.isTrue {
            throw InspectionFault("Ramdisk reported error: \(error.text)")
        }
        guard data["inventory"]?.map != nil else {
            throw InspectionFault("the ramdisk sent no inventory")
        }
        try checkInterfaces()
        updatePorts()
        try setProperties()
        try findRootDisk()
        setCapabilities()
        convertExtraHardware()
        learnRootDevice(since: previous)
        readNeighbours()
        setPhysicalNetworks()
    }

    var inventory: DocumentValue { data["inventory"] ?? [:] }
    var interfaces: [DocumentValue] { inventory["interfaces"]?.list ?? [] }

    mutating func keep(_ name: String, _ value: DocumentValue) {
        data.update(at: [name]) { $0 = value }
    }

    mutating func setProperty(_ name: String, _ value: DocumentValue) {
        node.update(at: ["properties", name]) { $0 = value }
    }

    mutating func setCapability(_ name: String, _ value: String) {
        var subject = RuleSubject(node: node, data: data)
        subject.setCapability(name, value)
        node = subject.node
    }

    /// What rules of inspector's dialect read and change.
    package var inspectorSubject: RuleSubject { RuleSubject(node: node, ports: ports, data: data) }

    /// What rules of Ironic's own read and change: the collectors' data apart.
    package var nativeSubject: RuleSubject {
        let plugins = (data.map ?? [:]).filter { $0.key != "inventory" }
        return RuleSubject(
            node: node, ports: ports, data: ["inventory": inventory, "plugin_data": .map(plugins)])
    }
}
