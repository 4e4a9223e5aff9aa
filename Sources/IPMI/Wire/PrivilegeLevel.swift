/// What a user or a session may do; each level may do what those below it may (IPMI 2.0, section
/// 6.8).
public enum PrivilegeLevel: UInt8, Sendable, Hashable, Codable, Comparable, CaseIterable {
    case callback = 1
    case user = 2
    case `operator` = 3
    case administrator = 4
    case oem = 5

    public static func < (left: PrivilegeLevel, right: PrivilegeLevel) -> Bool {
        left.rawValue < right.rawValue
    }
}
