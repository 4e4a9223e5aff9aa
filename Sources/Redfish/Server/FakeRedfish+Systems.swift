import Hardware

/// The systems themselves (schema ComputerSystem).
extension FakeRedfish {
    static var resetTypes: [String] {
        [
            "On", "ForceOff", "GracefulShutdown", "GracefulRestart", "ForceRestart", "Nmi",
            "ForceOn", "PushPowerButton", "PowerCycle",
        ]
    }

    func machineList(_ kind: ResourceKind) -> JSON {
        let address = ResourceAddress(kind)
        switch kind {
        case .systems:
            return collection(
                address, type: "ComputerSystemCollection", name: "Computer System Collection",
                systems.map { ResourceAddress(.system, $0.id) })
        case .managers:
            return collection(
                address, type: "ManagerCollection", name: "Manager Collection",
                systems.map { ResourceAddress(.manager, $0.id) })
        default:
            return collection(
                address, type: "ChassisCollection", name: "Chassis Collection",
                systems.map { ResourceAddress(.chassis, $0.id) })
        }
    }

    func systemBody(_ place: Int, _ now: Duration) -> JSON {
        let system = systems[place]
        let (id, facts) = (system.id, system.host.facts)
        var body = resource(
            ResourceAddress(.system, id), type: "ComputerSystem.v1_20_0.ComputerSystem", id: id,
            name: system.name)
        body["SystemType"] = "Physical"
        body["UUID"] = .text(system.uuid)
        body["Manufacturer"] = .text(facts.identity.manufacturer)
        body["Model"] = .text(facts.identity.product)
        body["SerialNumber"] = .text(facts.identity.serialNumber)
        body["AssetTag"] = .text(system.assetTag)
        body["Status"] = ["State": "Enabled", "Health": "OK", "HealthRollup": "OK"]
        body["PowerState"] = .text(system.host.powerState == .on ? "On" : "Off")
        body["IndicatorLED"] = .text(Self.indicator(system.host.indicator))
        body["LocationIndicatorActive"] = .truth(system.host.indicator != .off)
        body["Boot"] = bootBody(system)
        body["BiosVersion"] = .orNull(firmware.first { $0.id == "BIOS" }?.version)
        body["ProcessorSummary"] = [
            "Count": 1, "LogicalProcessorCount": .integer(facts.processor.count),
            "Model": .text(facts.processor.model), "Status": Self.enabled,
        ]
        body["MemorySummary"] = [
            "TotalSystemMemoryGiB": .number(Double(facts.memory.bytes) / Double(1 << 30)),
            "Status": Self.enabled,
        ]
        for (name, kind) in Self.parts { body[name] = ResourceAddress(kind, id).link }
        let cards = self.cards(place)
        body["PCIeDevices"] = .list(cards.map { ResourceAddress(.pcieDevice, id, $0).link })
        body["PCIeDevices@odata.count"] = .integer(cards.count)
        body["Links"] = [
            "Chassis": [ResourceAddress(.chassis, id).link],
            "ManagedBy": [ResourceAddress(.manager, id).link],
        ]
        body["Actions"] = [
            "#ComputerSystem.Reset": [
                "target": .text(ResourceAddress(.systemReset, id).path),
                "ResetType@Redfish.AllowableValues": .list(Self.resetTypes.map { .text($0) }),
            ]
        ]
        return .object(body)
    }

    private static var parts: [(String, ResourceKind)] {
        [
            ("Bios", .bios), ("SecureBoot", .secureBoot), ("Processors", .processors),
            ("Memory", .memories), ("EthernetInterfaces", .interfaces),
            ("SimpleStorage", .simpleStorages), ("Storage", .storages),
            ("LogServices", .logServices), ("VirtualMedia", .mediaList),
        ]
    }

    static func indicator(_ state: IndicatorState) -> String {
        switch state {
        case .on: "Lit"
        case .off: "Off"
        case .blinking: "Blinking"
        }
    }

    mutating func setIndicator(_ member: JSONObject.Member, _ place: Int) throws(RedfishFault) {
        switch (member.name, member.value) {
        case ("IndicatorLED", "Lit"): systems[place].host.setIndicator(.on)
        case ("IndicatorLED", "Off"): systems[place].host.setIndicator(.off)
        case ("IndicatorLED", "Blinking"): systems[place].host.setIndicator(.blinking)
        case ("LocationIndicatorActive", .truth(let truth)):
            systems[place].host.setIndicator(truth ? .blinking : .off)
        case ("IndicatorLED", .text): throw .notInList(member.value, member.name)
        default: throw .wrongType(member.value, member.name)
        }
    }

    mutating func changeSystem(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let place = try place(call)
        // Nothing is changed where something of it is refused.
        let before = systems[place]
        do throws(RedfishFault) {
            for member in try call.object().members { try change(member, place) }
        } catch {
            if before.host.indicator != systems[place].host.indicator {
                systems[place].host.setIndicator(before.host.indicator)
            }
            systems[place] = before
            throw error
        }
        return try changed(call)
    }

    private mutating func change(
        _ member: JSONObject.Member, _ place: Int
    ) throws(RedfishFault) {
        switch member.name {
        case "Boot":
            guard let boot = member.value.object else {
                throw .wrongType(member.value, member.name)
            }
            try changeBoot(boot, place)
        case "AssetTag":
            guard let tag = member.value.text else { throw .wrongType(member.value, member.name) }
            guard tag.utf8.count <= RedfishLimits.textLength else {
                throw .wrongFormat(member.value, member.name)
            }
            systems[place].assetTag = tag
        case "IndicatorLED", "LocationIndicatorActive": try setIndicator(member, place)
        default:
            let known = systemBody(place, .zero).object?[member.name] != nil
            throw known ? .notWritable(member.name) : .unknownProperty(member.name)
        }
    }

    func place(_ call: RedfishCall) throws(RedfishFault) -> Int {
        guard let place = place(of: call.names[0]) else { throw .missing(call.address.path) }
        return place
    }

    mutating func resetSystem(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let (place, action) = (try place(call), "ComputerSystem.Reset")
        let object = try call.parameters(["ResetType"], of: action)
        guard let value = object["ResetType"] else {
            throw .missingParameter("ResetType", of: action)
        }
        guard let type = value.text, Self.resetTypes.contains(type) else {
            throw .parameterNotInList(value, "ResetType", of: action)
        }
        try reset(type, place)
        return RedfishResponse(204)
    }

    /// A machine that is in the state already is left as it is; one that is off cannot restart.
    private mutating func reset(_ type: String, _ place: Int) throws(RedfishFault) {
        let isOn = systems[place].host.powerState == .on
        switch type {
        case "On", "ForceOn": if !isOn { perform(.powerUp, place) }
        case "ForceOff": if isOn { perform(.powerDown, place) }
        case "GracefulShutdown": if isOn { perform(.softShutdown, place) }
        case "PushPowerButton": perform(isOn ? .softShutdown : .powerUp, place)
        default:
            guard isOn else {
                throw .stateConflict("The machine is off, where there is nothing to restart.")
            }
            switch type {
            case "ForceRestart": perform(.hardReset, place)
            case "PowerCycle": perform(.powerCycle, place)
            case "Nmi": perform(.diagnosticInterrupt, place)
            default:
                systems[place].host.restartGracefully()
                systems[place].secureBoot.start()
            }
        }
    }

    private mutating func perform(_ action: ChassisAction, _ place: Int) {
        systems[place].host.perform(action)
        if action.boots { systems[place].secureBoot.start() }
    }
}
