import Hardware

/// The chassis (schema Chassis).
extension FakeRedfish {
    func chassisBody(_ place: Int) -> JSON {
        let system = systems[place]
        let identity = system.host.facts.identity
        var body = resource(
            ResourceAddress(.chassis, system.id), type: "Chassis.v1_21_0.Chassis", id: system.id,
            name: system.name + " chassis")
        body["ChassisType"] = "RackMount"
        body["Manufacturer"] = .text(identity.manufacturer)
        body["Model"] = .text(identity.product)
        body["SerialNumber"] = .text(identity.serialNumber)
        body["AssetTag"] = .text(system.assetTag)
        body["PowerState"] = .text(system.host.powerState == .on ? "On" : "Off")
        body["IndicatorLED"] = .text(Self.indicator(system.host.indicator))
        body["LocationIndicatorActive"] = .truth(system.host.indicator != .off)
        body["Status"] = ["State": "Enabled", "Health": "OK", "HealthRollup": "OK"]
        let parts: [(String, ResourceKind)] = [
            ("Power", .power), ("Thermal", .thermal), ("Sensors", .sensors),
            ("ThermalSubsystem", .thermalSubsystem), ("PowerSubsystem", .powerSubsystem),
            ("NetworkAdapters", .adapters),
        ]
        for (name, kind) in parts { body[name] = ResourceAddress(kind, system.id).link }
        body["Links"] = [
            "ComputerSystems": [ResourceAddress(.system, system.id).link],
            "ManagedBy": [ResourceAddress(.manager, system.id).link],
        ]
        return .object(body)
    }

    mutating func changeChassis(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let place = try place(call)
        let members = try call.object().members
        for member in members
        where !["IndicatorLED", "LocationIndicatorActive"].contains(member.name) {
            let known = chassisBody(place)[member.name] != nil
            throw known ? .notWritable(member.name) : .unknownProperty(member.name)
        }
        for member in members { try setIndicator(member, place) }
        return try changed(call)
    }
}
