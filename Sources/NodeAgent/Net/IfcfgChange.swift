/// What a new configuration changes on a machine with an old one: which files, which devices must
/// go down and come up again, and what can be set while they run.
///
/// Source: os-net-config 17.0.0, `impl_ifcfg`.
struct IfcfgChange {
    /// A device that is changed while it runs; where a command fails it is restarted instead.
    struct Adjustment {
        let name: String
        let children: [String]
        let commands: [NodeCommand]
    }

    private static let ip = "/sbin/ip"
    private static let ethtool = "/sbin/ethtool"
    /// What can change while a device runs.
    private static let adjustable: Set<String> = [
        "IPADDR", "NETMASK", "MTU", "ONBOOT", "ETHTOOL_OPTS",
    ]

    private(set) var files: [NetworkFile] = []
    private(set) var adjustments: [Adjustment] = []
    /// Devices that go down and come up, by the group that says in which turn.
    private(set) var restarted: [Int: [String]] = [:]

    private let old: (String) -> String
    private let all: [IfcfgFiles.Device]

    /// - Parameter old: what a file says now; empty where there is none.
    init(to new: IfcfgFiles, old: @escaping (String) -> String) {
        self.old = old
        all = new.ordered
        for device in all { look(at: device) }
    }

    mutating func restart(_ name: String, group: Int = 0) {
        if restarted[group]?.contains(name) != true { restarted[group, default: []].append(name) }
    }

    private mutating func look(at device: IfcfgFiles.Device) {
        let (name, kind) = (device.object.name, device.object.kind)
        let group = IfcfgFiles.group(of: kind)
        let files = IfcfgFiles.files(of: device)
        let before = old(files[0].path)
        var commands: [NodeCommand] = []
        if (kind == .vlan || kind == .ibChildInterface), device.parent.map(isRestarted) == true {
            restart(name, group: group)
            self.files.append(files[0])
        } else if before != device.text {
            self.files.append(files[0])
            if Self.needsRestart(from: before, to: device.text) {
                restart(name, group: group)
                for child in children(of: device.object) { restart(child) }
            } else {
                commands = Self.commands(name, from: before, to: device.text)
            }
        } else if kind == .linuxBond, children(of: device.object).contains(where: isRestarted) {
            restart(name, group: group)
        }
        let isRunning = restarted[group]?.contains(name) != true
        for (file, word) in zip(files.dropFirst(), ["route", "route", "rule"]) {
            let before = old(file.path)
            guard before != file.text else { continue }
            self.files.append(file)
            if isRunning { commands += Self.lineCommands(word, from: before, to: file.text) }
        }
        if isRunning, !commands.isEmpty {
            adjustments.append(
                Adjustment(
                    name: name, children: children(of: device.object), commands: commands))
        }
    }

    private func isRestarted(_ name: String) -> Bool {
        [0, 3, 4, 5, 6].contains { restarted[$0]?.contains(name) == true }
    }

    private func children(of object: NetworkObject) -> [String] {
        guard object.kind.primaryGroup != nil, object.kind != .ovsDPDKBond else { return [] }
        return object.members.flatMap { [$0.name] + children(of: $0) }
    }

    /// Bonds whose members restart come up with them.
    var bondsOfRestarted: [String] {
        all.filter { $0.object.kind == .linuxBond }
            .filter { device in
                children(of: device.object).contains { restarted[0]?.contains($0) == true }
            }
            .map(\.object.name)
    }

    // MARK: What changed

    private static func values(_ text: String) -> [String: String] {
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let sign = line.firstIndex(of: "="), sign > line.startIndex else { continue }
            let value = line[line.index(after: sign)...]
            let quotes: Set<Character> = ["\"", "'"]
            let start = value.drop { quotes.contains($0) }
            let end = start.reversed().drop { quotes.contains($0) }.reversed()
            values[String(line[..<sign])] = String(end)
        }
        return values
    }

    private static func needsRestart(from old: String, to new: String) -> Bool {
        let (old, new) = (values(old), values(new))
        return Set(old.keys).union(new.keys).contains { key in
            guard old[key]?.uppercased() != new[key]?.uppercased() else { return false }
            if adjustable.contains(key) { return false }
            let isProtocol = key == "BOOTPROTO" || key == "OVSBOOTPROTO"
            return !isProtocol || new[key]?.uppercased() == "DHCP"
        }
    }

    private static func commands(
        _ name: String, from oldText: String, to newText: String
    ) -> [NodeCommand] {
        let (old, new) = (values(oldText), values(newText))
        var commands: [NodeCommand] = []
        if old["IPADDR"] != new["IPADDR"] {
            if let address = new["IPADDR"] {
                let length = prefix(new["NETMASK"]) ?? 0
                let network = "\(address)/\(length)"
                commands.append(NodeCommand(ip, ["addr", "add", network, "dev", name]))
            }
            if let address = old["IPADDR"] {
                let length = prefix(old["NETMASK"])
                let part = length.map { ["del", "\(address)/\($0)"] } ?? ["flush"]
                commands.append(NodeCommand(ip, ["addr"] + part + ["dev", name]))
            }
        }
        if old["MTU"] != new["MTU"] {
            let mtu = new["MTU"] ?? "1500"
            commands.append(NodeCommand(ip, ["link", "set", "dev", name, "mtu", mtu]))
        }
        if let options = new["ETHTOOL_OPTS"], options != old["ETHTOOL_OPTS"] {
            commands += options.split(separator: ";").map { hardware(name, $0) }
        }
        return commands
    }

    /// Options that name their command stand for themselves, others are settings.
    private static func hardware(_ name: String, _ options: Substring) -> NodeCommand {
        let words = options.split(separator: " ").map {
            $0 == "$DEVICE" || $0 == "${DEVICE}" ? name : String($0)
        }
        let isCommand = words.first?.hasPrefix("-") == true && words.count > 1
        return NodeCommand(ethtool, isCommand ? words : ["-s", name] + words)
    }

    private static func prefix(_ mask: String?) -> Int? {
        mask.flatMap { IPNetwork("0.0.0.0/\($0)") }?.prefix
    }

    /// What takes away the routes or rules that are gone, and adds those that are new.
    private static func lineCommands(
        _ word: String, from old: String, to new: String
    ) -> [NodeCommand] {
        let lines = { (text: String) in
            text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        }
        let (old, new) = (lines(old), lines(new))
        let gone = old.filter { !new.contains($0) }.map { ("del", $0) }
        let added = new.filter { !old.contains($0) }.map { ("add", $0) }
        return (gone + added).map { verb, line in
            NodeCommand(ip, [word, verb] + line.split(separator: " ").map(String.init))
        }
    }
}
