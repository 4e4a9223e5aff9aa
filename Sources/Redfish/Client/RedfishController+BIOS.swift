public import Hardware

extension RedfishController: BIOSControl {
    /// - Note: without the registry of attributes a service tells no domains: texts take any text
    ///   then, and numbers any number.
    public func biosSettings() async throws(BMCError) -> [BIOSSetting] {
        try await call { () async throws(RedfishError) in
            let attributes = try await bios()["Attributes"]?.object?.members ?? []
            return attributes.map(Self.setting).sorted { $0.name < $1.name }
        }
    }

    public func pendingBIOSSettings() async throws(BMCError) -> [BIOSAssignment] {
        try await call { () async throws(RedfishError) in
            let bios = try await bios()
            let pending = try await read(try Self.settings(of: bios))
            let current = bios["Attributes"]
            // Some services show all attributes there, and not only those that change.
            let changes = (pending["Attributes"]?.object?.members ?? []).filter {
                $0.value != current?[$0.name]
            }
            return changes.map { BIOSAssignment(BIOSSettingName($0.name), Self.text($0.value)) }
                .sorted { $0.name < $1.name }
        }
    }

    public func setBIOSSettings(_ assignments: [BIOSAssignment]) async throws(BMCError) {
        try await call { () async throws(RedfishError) in try await assign(assignments) }
    }

    private func assign(_ assignments: [BIOSAssignment]) async throws(RedfishError) {
        guard !assignments.isEmpty else { return }
        let bios = try await bios()
        var attributes = JSONObject()
        for assignment in assignments {
            guard let current = bios["Attributes"]?[assignment.name.text] else {
                throw .unsupported("setting \(assignment.name)")
            }
            attributes[assignment.name.text] = Self.value(assignment.value, like: current)
        }
        var body: JSONObject = JSONObject([.init(name: "Attributes", value: .object(attributes))])
        let times = bios["@Redfish.Settings"]?["SupportedApplyTimes"]?.list
        if times?.contains("OnReset") == true {
            body["@Redfish.SettingsApplyTime"] = [
                "@odata.type": "#Settings.v1_0_0.PreferredApplyTime", "ApplyTime": "OnReset",
            ]
        }
        try await change(try Self.settings(of: bios), .object(body))
    }

    public func resetBIOSSettings() async throws(BMCError) {
        try await call { () async throws(RedfishError) in
            try await perform("Bios.ResetBios", of: try await bios())
        }
    }

    private func bios() async throws(RedfishError) -> JSON {
        guard let path = try await system()["Bios"]?.path else { throw .unsupported("BIOS") }
        return try await read(path)
    }

    /// Where settings are changed: the resource that the annotation names, or the BIOS itself.
    private static func settings(of bios: JSON) throws(RedfishError) -> String {
        guard let path = bios["@Redfish.Settings"]?["SettingsObject"]?.path ?? bios.path else {
            throw .malformed("the BIOS")
        }
        return path
    }

    private static func setting(_ member: JSONObject.Member) -> BIOSSetting {
        let domain: BIOSSetting.Domain =
            switch member.value {
            case .integer: .integer(Int.min...Int.max)
            case .truth: .boolean
            default: .string(0...RedfishLimits.textLength)
            }
        return BIOSSetting(BIOSSettingName(member.name), text(member.value), in: domain)
    }

    private static func text(_ value: JSON) -> String {
        value == .null ? "" : value.text ?? value.description
    }

    /// The value in the form that the setting has now.
    private static func value(_ text: String, like current: JSON) -> JSON {
        switch current {
        case .integer: Int(text).map { .integer($0) } ?? .text(text)
        case .truth:
            ["true", "false"].contains(text.lowercased())
                ? .truth(text.lowercased() == "true") : .text(text)
        default: .text(text)
        }
    }
}
