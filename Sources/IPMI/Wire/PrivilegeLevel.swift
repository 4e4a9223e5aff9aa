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

extension PrivilegeLevel {
    /// As account lists and tools spell it: `administrator`, `operator`, `user`.
    public var name: String {
        switch self {
        case .callback: "callback"
        case .user: "user"
        case .operator: "operator"
        case .administrator: "administrator"
        case .oem: "oem"
        }
    }

    /// The level of this name, in either case; nil for another word.
    public init?(name: some StringProtocol) {
        let word = name.lowercased()
        guard let level = Self.allCases.first(where: { $0.name == word }) else { return nil }
        self = level
    }
}
