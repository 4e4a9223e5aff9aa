import Hardware

/// Boot overrides (schema ComputerSystem, `Boot`).
extension FakeRedfish {
    func bootBody(_ system: RedfishSystem<Host>) -> JSON {
        let override = system.host.bootOverride
        let spelling = system.boot.flatMap { $0.target.device == override?.device ? $0 : nil }
        let target = override.map { spelling?.target ?? BootTarget($0.device) } ?? BootTarget.none
        let enabled =
            switch override?.persistence {
            case nil: "Disabled"
            case .once: "Once"
            case .persistent: "Continuous"
            }
        let mode = override?.mode ?? system.host.facts.bootMode
        return [
            "BootSourceOverrideEnabled": .text(enabled),
            "BootSourceOverrideTarget": .text(target.rawValue),
            "BootSourceOverrideTarget@Redfish.AllowableValues": .list(
                BootTarget.allCases.map { .text($0.rawValue) }),
            "BootSourceOverrideMode": .text(mode == .uefi ? "UEFI" : "Legacy"),
            "BootSourceOverrideMode@Redfish.AllowableValues": ["UEFI", "Legacy"],
            "UefiTargetBootSourceOverride": .orNull(system.boot?.uefiTarget),
            "HttpBootUri": .orNull(system.boot?.httpURI),
        ]
    }

    mutating func changeBoot(_ boot: JSONObject, _ place: Int) throws(RedfishFault) {
        let current = systems[place]
        var spelling = current.boot ?? BootSpelling(target: .none)
        var mode = current.host.bootOverride?.mode ?? current.host.facts.bootMode
        if let device = current.host.bootOverride?.device, spelling.target.device != device {
            spelling.target = BootTarget(device)
        }
        var persistence = current.host.bootOverride?.persistence
        var isTargetGiven = false
        for member in boot.members {
            switch member.name {
            case "BootSourceOverrideTarget":
                spelling.target = try Self.target(member)
                isTargetGiven = true
            case "BootSourceOverrideEnabled", "BootSourceOverrideMode": break
            case "UefiTargetBootSourceOverride": spelling.uefiTarget = try Self.text(member)
            case "HttpBootUri": spelling.httpURI = try Self.text(member)
            default: throw .unknownProperty("Boot/" + member.name)
            }
        }
        if let value = boot["BootSourceOverrideMode"] { mode = try Self.mode(value) }
        if let value = boot["BootSourceOverrideEnabled"] {
            persistence = try Self.persistence(value)
        } else if isTargetGiven, persistence == nil {
            // A target without a word on how long is meant for the next boot.
            persistence = .once
        }
        try Self.check(spelling, persistence, mode)
        let override = spelling.target.device.flatMap { device in
            persistence.map { BootOverride(device, $0, mode: mode) }
        }
        systems[place].boot = spelling
        systems[place].host.setBootOverride(override)
    }

    private static func check(
        _ spelling: BootSpelling, _ persistence: BootOverride.Persistence?, _ mode: BootMode
    ) throws(RedfishFault) {
        let target = "Boot/BootSourceOverrideTarget"
        guard persistence != nil else { return }
        if spelling.target.needsUEFI, mode != .uefi {
            throw .conflict(target, with: "Boot/BootSourceOverrideMode")
        }
        guard spelling.target == .uefiTarget else { return }
        // UEFI has it for one boot only, so that the schema excludes it.
        if persistence == .persistent {
            throw .conflict("Boot/BootSourceOverrideEnabled", with: target)
        }
        guard spelling.uefiTarget?.isEmpty == false else {
            throw .conflict(target, with: "Boot/UefiTargetBootSourceOverride")
        }
    }

    private static func target(_ member: JSONObject.Member) throws(RedfishFault) -> BootTarget {
        let name = "Boot/" + member.name
        guard let text = member.value.text else { throw .wrongType(member.value, name) }
        guard let target = BootTarget(rawValue: text) else { throw .notInList(member.value, name) }
        return target
    }

    private static func mode(_ value: JSON) throws(RedfishFault) -> BootMode {
        switch value {
        case "UEFI": return .uefi
        case "Legacy": return .bios
        case .text: throw .notInList(value, "Boot/BootSourceOverrideMode")
        default: throw .wrongType(value, "Boot/BootSourceOverrideMode")
        }
    }

    private static func persistence(
        _ value: JSON
    ) throws(RedfishFault) -> BootOverride.Persistence? {
        switch value {
        case "Once": return .once
        case "Continuous": return .persistent
        case "Disabled": return nil
        case .text: throw .notInList(value, "Boot/BootSourceOverrideEnabled")
        default: throw .wrongType(value, "Boot/BootSourceOverrideEnabled")
        }
    }

    private static func text(_ member: JSONObject.Member) throws(RedfishFault) -> String? {
        let name = "Boot/" + member.name
        if member.value == .null { return nil }
        guard let text = member.value.text else { throw .wrongType(member.value, name) }
        guard text.utf8.count <= RedfishLimits.textLength else {
            throw .wrongFormat(member.value, name)
        }
        return text
    }
}
