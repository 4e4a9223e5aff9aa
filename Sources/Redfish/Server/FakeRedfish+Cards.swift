import Hardware

/// A system's network card, as the bus sees it and as the network does (schemas PCIeDevice,
/// PCIeFunction, NetworkAdapter, Port and NetworkDeviceFunction). All interfaces are on one.
extension FakeRedfish {
    private static var card: String { "NIC.1" }

    /// The cards of a system: none where it has no interfaces.
    func cards(_ place: Int) -> [String] {
        systems[place].host.facts.interfaces.isEmpty ? [] : [Self.card]
    }

    func cardBody(_ place: Int, _ address: ResourceAddress) throws(RedfishFault) -> JSON {
        let id = systems[place].id
        if address.kind == .adapters {
            return collection(
                address, type: "NetworkAdapterCollection", name: "Network Adapters",
                cards(place).map { ResourceAddress(.adapter, id, $0) })
        }
        guard cards(place).contains(address.names[1]) else { throw .missing(address.path) }
        switch address.kind {
        case .pcieDevice: return device(place, address)
        case .pcieFunctions:
            return parts(place, address, .pcieFunction, of: "PCIeFunction", "PCIe Functions")
        case .pcieFunction: return try function(place, address)
        case .adapter: return adapter(place, address)
        case .adapterPorts: return parts(place, address, .adapterPort, of: "Port", "Ports")
        case .adapterPort: return try port(place, address)
        case .adapterFunctions:
            return parts(
                place, address, .adapterFunction, of: "NetworkDeviceFunction",
                "Network Device Functions")
        default: return try networkFunction(place, address)
        }
    }

    /// One member for each interface.
    private func parts(
        _ place: Int, _ address: ResourceAddress, _ kind: ResourceKind, of type: String,
        _ name: String
    ) -> JSON {
        let system = systems[place]
        return collection(
            address, type: type + "Collection", name: name,
            system.host.facts.interfaces.indices.map {
                ResourceAddress(kind, system.id, Self.card, String($0 + 1))
            })
    }

    /// The interface that a function or a port belongs to, by its number from one on.
    private func interface(
        _ place: Int, _ address: ResourceAddress
    ) throws(RedfishFault) -> (number: Int, facts: InterfaceFacts) {
        let interfaces = systems[place].host.facts.interfaces
        guard let number = Int(address.names[2]), String(number) == address.names[2],
            interfaces.indices.contains(number - 1)
        else { throw .missing(address.path) }
        return (number, interfaces[number - 1])
    }

    private func device(_ place: Int, _ address: ResourceAddress) -> JSON {
        let system = systems[place]
        let count = system.host.facts.interfaces.count
        var body = resource(
            address, type: "PCIeDevice.v1_9_0.PCIeDevice", id: Self.card, name: "Network Card")
        body["DeviceType"] = count > 1 ? "MultiFunction" : "SingleFunction"
        body["Manufacturer"] = .text(system.host.facts.identity.manufacturer)
        body["Model"] = "Network Card"
        body["Status"] = Self.enabled
        body["PCIeFunctions"] = ResourceAddress(.pcieFunctions, system.id, Self.card).link
        body["Links"] = ["Chassis": [ResourceAddress(.chassis, system.id).link]]
        return .object(body)
    }

    private func function(
        _ place: Int, _ address: ResourceAddress
    ) throws(RedfishFault) -> JSON {
        let (number, facts) = try interface(place, address)
        let id = systems[place].id
        var body = resource(
            address, type: "PCIeFunction.v1_3_0.PCIeFunction", id: String(number),
            name: "PCIe Function \(number)")
        body["FunctionId"] = .integer(number - 1)
        body["FunctionType"] = "Physical"
        body["DeviceClass"] = "NetworkController"
        // An Ethernet controller (PCI Code and ID Assignment, base class 02h).
        body["ClassCode"] = "0x020000"
        body["Status"] = Self.enabled
        body["Links"] = [
            "PCIeDevice": ResourceAddress(.pcieDevice, id, Self.card).link,
            "EthernetInterfaces": [ResourceAddress(.interface, id, facts.name).link],
        ]
        return .object(body)
    }

    private func adapter(_ place: Int, _ address: ResourceAddress) -> JSON {
        let system = systems[place]
        var body = resource(
            address, type: "NetworkAdapter.v1_9_0.NetworkAdapter", id: Self.card,
            name: "Network Card")
        body["Manufacturer"] = .text(system.host.facts.identity.manufacturer)
        body["Model"] = "Network Card"
        body["Status"] = Self.enabled
        body["Ports"] = ResourceAddress(.adapterPorts, system.id, Self.card).link
        body["NetworkDeviceFunctions"] =
            ResourceAddress(.adapterFunctions, system.id, Self.card).link
        body["Controllers"] = [
            [
                "Links": [
                    "PCIeDevices": [ResourceAddress(.pcieDevice, system.id, Self.card).link]
                ]
            ]
        ]
        return .object(body)
    }

    private func port(_ place: Int, _ address: ResourceAddress) throws(RedfishFault) -> JSON {
        let (number, facts) = try interface(place, address)
        var body = resource(
            address, type: "Port.v1_7_0.Port", id: String(number), name: "Port \(number)")
        body["PortId"] = .text(String(number))
        body["LinkStatus"] = facts.hasCarrier ? "LinkUp" : "LinkDown"
        body["CurrentSpeedGbps"] = .number(facts.speed.bytesPerSecond * 8 / 1e9)
        body["Ethernet"] = ["AssociatedMACAddresses": [.text("\(facts.address)")]]
        body["Status"] = Self.enabled
        return .object(body)
    }

    private func networkFunction(
        _ place: Int, _ address: ResourceAddress
    ) throws(RedfishFault) -> JSON {
        let (number, facts) = try interface(place, address)
        let id = systems[place].id
        var body = resource(
            address, type: "NetworkDeviceFunction.v1_9_0.NetworkDeviceFunction",
            id: String(number), name: "Network Device Function \(number)")
        body["NetDevFuncType"] = "Ethernet"
        body["DeviceEnabled"] = true
        body["Ethernet"] = [
            "MACAddress": .text("\(facts.address)"),
            "PermanentMACAddress": .text("\(facts.address)"),
        ]
        body["Status"] = Self.enabled
        body["Links"] = [
            "PCIeFunction":
                ResourceAddress(.pcieFunction, id, Self.card, String(number)).link,
            "EthernetInterfaces": [ResourceAddress(.interface, id, facts.name).link],
        ]
        return .object(body)
    }
}
