import Hardware

/// Firmware settings, in force and pending (schema Bios, annotation `@Redfish.Settings`).
extension FakeRedfish {
    func biosBody(_ place: Int, _ address: ResourceAddress) -> JSON {
        let system = systems[place]
        let isPending = address.kind == .biosSettings
        var body = resource(
            address, type: "Bios.v1_2_0.Bios", id: isPending ? "Settings" : "Bios",
            name: isPending ? "BIOS Pending Settings" : "BIOS Settings")
        let settings = system.host.biosSettings
        let attributes =
            isPending
            ? system.host.pendingBIOSSettings.map { assignment in
                Self.attribute(
                    assignment.name, assignment.value,
                    settings.first { $0.name == assignment.name }?.domain)
            } : settings.map { Self.attribute($0.name, $0.value, $0.domain) }
        body["Attributes"] = .object(JSONObject(attributes))
        guard !isPending else { return .object(body) }
        body["@Redfish.Settings"] = [
            "@odata.type": "#Settings.v1_3_5.Settings",
            "SettingsObject": ResourceAddress(.biosSettings, system.id).link,
            "SupportedApplyTimes": ["OnReset"],
        ]
        body["Actions"] = [
            "#Bios.ResetBios": ["target": .text(ResourceAddress(.biosReset, system.id).path)]
        ]
        return .object(body)
    }

    private static func attribute(
        _ name: BIOSSettingName, _ value: String, _ domain: BIOSSetting.Domain?
    ) -> JSONObject.Member {
        let json: JSON =
            switch domain {
            case .integer: Int(value).map { .integer($0) } ?? .text(value)
            case .boolean: .truth(value.lowercased() == "true")
            default: .text(value)
            }
        return .init(name: name.text, value: json)
    }

    mutating func changeBIOS(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let (place, object) = (try place(call), try call.object())
        for member in object.members
        where member.name != "Attributes" && member.name != "@Redfish.SettingsApplyTime" {
            throw .unknownProperty(member.name)
        }
        if let time = object["@Redfish.SettingsApplyTime"]?["ApplyTime"], time != "OnReset" {
            throw .notInList(time, "@Redfish.SettingsApplyTime/ApplyTime")
        }
        guard let value = object["Attributes"] else { throw .missingProperty("Attributes") }
        guard let attributes = value.object else { throw .wrongType(value, "Attributes") }
        var assignments: [BIOSAssignment] = []
        for member in attributes.members { assignments.append(try assignment(member, place)) }
        do throws(BMCError) {
            try systems[place].host.setBIOSSettings(assignments)
        } catch {
            throw .stateConflict("\(error)")
        }
        return try changed(call)
    }

    private func assignment(
        _ member: JSONObject.Member, _ place: Int
    ) throws(RedfishFault) -> BIOSAssignment {
        let path = "Attributes/" + member.name
        let settings = systems[place].host.biosSettings
        guard let setting = settings.first(where: { $0.name.text == member.name }) else {
            throw .unknownProperty(path)
        }
        guard !setting.isReadOnly else { throw .notWritable(path) }
        let value: String
        switch (setting.domain, member.value) {
        case (.integer, .integer(let integer)): value = String(integer)
        case (.boolean, .truth(let truth)): value = String(truth)
        case (.enumeration, .text(let text)), (.string, .text(let text)): value = text
        default: throw .wrongType(member.value, path)
        }
        guard setting.domain.contains(value) else {
            if case .enumeration = setting.domain { throw .notInList(member.value, path) }
            throw .outOfRange(member.value, path)
        }
        return BIOSAssignment(setting.name, value)
    }

    mutating func resetBIOS(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        _ = try call.parameters(["ResetType"], of: "Bios.ResetBios")
        systems[try place(call)].host.resetBIOSSettings()
        return RedfishResponse(204)
    }
}
