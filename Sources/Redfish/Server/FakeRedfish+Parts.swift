import Hardware

/// What is fitted in a system: processors, interfaces and plain disks.
extension FakeRedfish {
    func partBody(_ place: Int, _ address: ResourceAddress) throws(RedfishFault) -> JSON {
        let (id, facts) = (systems[place].id, systems[place].host.facts)
        switch address.kind {
        case .processors:
            return collection(
                address, type: "ProcessorCollection", name: "Processors Collection",
                [ResourceAddress(.processor, id, "CPU1")])
        case .processor: return try processorBody(facts.processor, address)
        case .interfaces:
            return collection(
                address, type: "EthernetInterfaceCollection", name: "Ethernet Interfaces",
                facts.interfaces.map { ResourceAddress(.interface, id, $0.name) })
        case .interface: return try interfaceBody(facts, address)
        case .simpleStorages:
            return collection(
                address, type: "SimpleStorageCollection", name: "Simple Storage Collection",
                [ResourceAddress(.simpleStorage, id, "1")])
        default: return try simpleStorageBody(facts, address)
        }
    }

    private func processorBody(
        _ processor: ProcessorFacts, _ address: ResourceAddress
    ) throws(RedfishFault) -> JSON {
        guard address.names[1] == "CPU1" else { throw .missing(address.path) }
        var body = resource(
            address, type: "Processor.v1_3_0.Processor", id: "CPU1", name: "Processor")
        body["Socket"] = "CPU 1"
        body["ProcessorType"] = "CPU"
        let (architecture, set) = Self.architecture(processor.architecture.text)
        body["ProcessorArchitecture"] = .text(architecture)
        body["InstructionSet"] = .text(set)
        body["Model"] = .text(processor.model)
        body["TotalThreads"] = .integer(processor.count)
        body["Status"] = Self.enabled
        return .object(body)
    }

    /// The schema's names for a kernel's.
    private static func architecture(_ name: String) -> (String, String) {
        switch name {
        case "aarch64": ("ARM", "ARM-A64")
        case "ppc64le": ("Power", "PowerISA")
        default: ("x86", "x86-64")
        }
    }

    private func interfaceBody(
        _ facts: MachineFacts, _ address: ResourceAddress
    ) throws(RedfishFault) -> JSON {
        guard let interface = facts.interfaces.first(where: { $0.name == address.names[1] }) else {
            throw .missing(address.path)
        }
        var body = resource(
            address, type: "EthernetInterface.v1_4_0.EthernetInterface", id: interface.name,
            name: "Ethernet Interface")
        body["MACAddress"] = .text("\(interface.address)")
        body["PermanentMACAddress"] = .text("\(interface.address)")
        body["InterfaceEnabled"] = true
        body["LinkStatus"] = .text(interface.hasCarrier ? "LinkUp" : "LinkDown")
        body["SpeedMbps"] = .integer(Int(interface.speed.bytesPerSecond * 8 / 1e6))
        body["Status"] = Self.enabled
        return .object(body)
    }

    private func simpleStorageBody(
        _ facts: MachineFacts, _ address: ResourceAddress
    ) throws(RedfishFault) -> JSON {
        guard address.names[1] == "1" else { throw .missing(address.path) }
        var body = resource(
            address, type: "SimpleStorage.v1_2_0.SimpleStorage", id: "1", name: "Simple Storage")
        body["Status"] = Self.enabled
        body["Devices"] = .list(
            facts.disks.map { disk in
                [
                    "@odata.type": "#SimpleStorage.v1_1_0.Device",
                    "Name": .text(disk.name), "Manufacturer": .text(disk.vendor),
                    "Model": .text(disk.model), "CapacityBytes": .integer(Int(disk.size.bytes)),
                    "Status": Self.enabled,
                ]
            })
        return .object(body)
    }
}
