import Hardware

/// A system's boot override as its service tells it, and what it takes to change it.
struct ReceivedBoot: Sendable {
    private let boot: JSON
    private let quirks: [RedfishQuirk]

    init(_ system: JSON) {
        boot = system["Boot"] ?? .null
        quirks = RedfishQuirk.of(system["Manufacturer"]?.text)
    }

    /// The override in force; nil where there is none, or it is one that has no word here.
    var override: BootOverride? {
        let persistence: BootOverride.Persistence
        switch boot["BootSourceOverrideEnabled"]?.text {
        case "Once": persistence = .once
        case "Continuous": persistence = .persistent
        default: return nil
        }
        guard let target = boot["BootSourceOverrideTarget"]?.text,
            let device = Self.device(of: target)
        else { return nil }
        return BootOverride(device, persistence, mode: mode ?? .uefi)
    }

    private var mode: BootMode? {
        switch boot["BootSourceOverrideMode"]?.text {
        case "UEFI": .uefi
        case "Legacy": .bios
        default: nil
        }
    }

    private static func device(of target: String) -> BootDevice? {
        switch target {
        case "Pxe", "UefiHttp": .network
        case "Hdd", "UefiTarget": .disk
        case "Cd", "Usb", "UsbCd": .virtualMedia
        case "BiosSetup": .setup
        default: nil
        }
    }

    /// The members of `Boot` that bring the override about.
    func change(to override: BootOverride?) throws(RedfishError) -> JSON {
        guard let override else { return ["BootSourceOverrideEnabled": "Disabled"] }
        var change = JSONObject()
        change["BootSourceOverrideTarget"] = .text(try target(for: override.device))
        let enabled = override.persistence == .once ? "Once" : "Continuous"
        // What is in force already is not sent, as some services refuse it. One boot uses a
        // single override up, so that it is asked for each time.
        if boot["BootSourceOverrideEnabled"]?.text != enabled || override.persistence == .once
            || quirks.contains(.repeatsBootEnabled)
        {
            change["BootSourceOverrideEnabled"] = .text(enabled)
        }
        // A service without modes is not told any.
        if let mode, mode != override.mode || quirks.contains(.repeatsBootMode) {
            change["BootSourceOverrideMode"] = override.mode == .uefi ? "UEFI" : "Legacy"
        }
        return .object(change)
    }

    private func target(for device: BootDevice) throws(RedfishError) -> String {
        let targets =
            switch device {
            case .network: ["Pxe"]
            case .disk: ["Hdd"]
            case .virtualMedia:
                quirks.contains(.bootsMediaAsUsbCd) ? ["UsbCd", "Cd"] : ["Cd", "UsbCd"]
            case .setup: ["BiosSetup"]
            }
        let allowed = boot["BootSourceOverrideTarget@Redfish.AllowableValues"]?.list?
            .compactMap(\.text)
        guard let allowed else { return targets[0] }
        if let target = targets.first(where: allowed.contains) { return target }
        throw .unsupported("boot target \(targets[0])")
    }
}
