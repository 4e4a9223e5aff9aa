/// The hardware interface a step belongs to. The number breaks ties of priority, highest first
/// (Ironic: vendor 7, power 6, management 5, firmware 4, deploy 3, bios 2, raid 1).
public enum StepInterface: Int, Sendable, Hashable, Codable, Comparable {
    case raid = 1
    case bios, deploy, firmware, management, power, vendor

    public static func < (left: StepInterface, right: StepInterface) -> Bool {
        left.rawValue < right.rawValue
    }
}
