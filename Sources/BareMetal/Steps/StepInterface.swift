/// The hardware interface a step belongs to, by Ironic's name.
public enum StepInterface: String, Sendable, Hashable, Codable, CaseIterable {
    case bios, boot, console, deploy, firmware, inspect, management, network, power, raid, rescue
    case storage, vendor
}

extension StepInterface: CustomStringConvertible {
    public var description: String { rawValue }
}
