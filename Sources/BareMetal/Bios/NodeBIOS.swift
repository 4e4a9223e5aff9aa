public import Hardware
public import World

/// The firmware settings of one node, as its controller told them last, and how they came about.
public struct NodeBIOS: StoredDocument, Hashable {
    public static let kind: DocumentKind = "node-bios"
    public static let version = 1
    /// Changes that are kept.
    public static let historyLimit = 200

    /// A setting that was found to have another value than before.
    public struct Change: Sendable, Hashable, Codable {
        public let name: BIOSSettingName
        /// Nil where the setting was not known before.
        public let before: String?
        /// Nil where the setting is gone.
        public let after: String?
        public let seen: WallTime
    }

    public let node: NodeName
    /// In the order of their names.
    public private(set) var settings: [BIOSSetting]
    /// Oldest first.
    public private(set) var history: [Change] = []

    public var id: String { node.text }

    public init(node: NodeName, settings: [BIOSSetting]) {
        self.node = node
        self.settings = settings
    }

    /// Takes over what the controller tells now. What is new, gone or different is a change.
    public mutating func update(_ found: [BIOSSetting], at date: WallTime) {
        var old: [BIOSSettingName: String] = [:]
        for setting in settings { old[setting.name] = setting.value }
        for setting in found {
            let before = old.removeValue(forKey: setting.name)
            guard before != setting.value else { continue }
            history.append(
                Change(name: setting.name, before: before, after: setting.value, seen: date))
        }
        for setting in settings where old[setting.name] != nil {
            history.append(
                Change(name: setting.name, before: setting.value, after: nil, seen: date))
        }
        settings = found
        history.removeFirst(max(0, history.count - Self.historyLimit))
    }
}
