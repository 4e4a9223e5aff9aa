/// What a machine has to configure.
public struct NetworkDevices: Sendable, Hashable {
    private static let folder = "/sys/class/net"
    private static let mellanox = "0x15b3"

    public let devices: [NetworkDevice]
    public let hasOpenVSwitch: Bool

    public init(_ devices: [NetworkDevice], hasOpenVSwitch: Bool) {
        self.devices = devices
        self.hasOpenVSwitch = hasOpenVSwitch
    }

    /// What a system's kernel tells.
    public init(of system: some NodeSystem) throws(NodeSystemError) {
        var devices: [NetworkDevice] = []
        for name in try system.names(in: Self.folder) ?? [] where name != "lo" {
            if let device = try Self.device(name, of: system) { devices.append(device) }
        }
        self.devices = devices
        hasOpenVSwitch = try system.status(of: "/usr/bin/ovs-appctl") != nil
    }

    private static func device(
        _ name: String, of system: some NodeSystem
    ) throws(NodeSystemError) -> NetworkDevice? {
        let path = "\(folder)/\(name)"
        guard let address = try word(of: "\(path)/address", system) else { return nil }
        let permanent = try word(of: "\(path)/bonding_slave/perm_hwaddr", system)
        let isHardware = try system.status(of: "\(path)/device")?.kind == .folder
        let isFunction = try system.status(of: "\(path)/device/physfn") != nil
        return NetworkDevice(
            name: name, address: permanent ?? address,
            isActive: try word(of: "\(path)/operstate", system)?.lowercased() == "up",
            isPhysical: isHardware && !isFunction && !address.isEmpty,
            isMellanox: try word(of: "\(path)/device/vendor", system) == mellanox,
            pciAddress: try pciAddress(of: path, system))
    }

    private static func pciAddress(
        of path: String, _ system: some NodeSystem
    ) throws(NodeSystemError) -> String? {
        let mark = "PCI_SLOT_NAME="
        let lines = try system.text(of: "\(path)/device/uevent")?.split(separator: "\n") ?? []
        return lines.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }

    private static func word(
        of path: String, _ system: some NodeSystem
    ) throws(NodeSystemError) -> String? {
        guard let text = try system.text(of: path) else { return nil }
        return String(text.prefix { !$0.isWhitespace })
    }

    subscript(name: String) -> NetworkDevice? { devices.first { $0.name == name } }

    /// The physical devices in the order they are counted in: embedded ones first, and numbers
    /// by their value.
    var ordered: [NetworkDevice] {
        devices.filter(\.isPhysical).sorted { one, two in
            let embedded = (Self.isEmbedded(one.name), Self.isEmbedded(two.name))
            if embedded.0 != embedded.1 { return embedded.0 }
            return Self.precedes(one.name, two.name)
        }
    }

    private static func isEmbedded(_ name: String) -> Bool {
        ["em", "eth", "eno"].contains { name.hasPrefix($0) }
    }

    private static func precedes(_ one: String, _ two: String) -> Bool {
        let (ones, twos) = (runs(of: one), runs(of: two))
        for (left, right) in zip(ones, twos) where left != right {
            if let left = Int(left), let right = Int(right) {
                if left != right { return left < right }
            } else {
                return left < right
            }
        }
        return ones.count < twos.count
    }

    /// Texts and numbers in turn, a text first.
    private static func runs(of name: String) -> [String] {
        var runs = [""]
        for character in name {
            let isNumber = character.isASCII && character.isNumber
            if isNumber == (runs.count % 2 == 0) {
                runs[runs.count - 1].append(character)
            } else {
                runs.append(String(character))
            }
        }
        return runs
    }
}
