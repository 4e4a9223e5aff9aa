import Documents

/// What `lshw -xml` says of a machine: product, main board, firmware, memory and interfaces.
public enum LSHWOutput {
    /// What the reference asks other tools for while it reads.
    public struct Context: Sendable {
        /// The product's UUID, as `dmidecode -t 1` has it.
        public var uuid: String?
        /// The length of the network's part of an interface's address.
        public var prefixLength: @Sendable (_ interface: String) -> Int?

        public init(
            uuid: String? = nil,
            prefixLength: @escaping @Sendable (_ interface: String) -> Int? = { _ in nil }
        ) {
            self.uuid = uuid
            self.prefixLength = prefixLength
        }
    }

    /// The facts in the reference's order.
    ///
    /// - Throws: with the line where the text stops to be XML, for one that was cut short.
    public static func facts(
        _ text: String, context: Context = Context()
    ) throws(FactDocumentError) -> [Fact] {
        let root = try ToolXML.root(of: text, tool: "lshw")
        // The whole is a `list` of one node, or in old versions that node itself; the reference
        // looks below it all the same, and so takes the main board for the product there.
        let top = root.children(named: "node")
        var facts = ["serial", "product", "vendor", "version"].compactMap { name in
            top.lazy.compactMap { $0.child(name) }.first.map {
                Fact("system", "product", name == "product" ? "name" : name, ToolXML.text($0))
            }
        }
        // dmidecode says 'Not Settable' or 'Not Present'.
        let uuid = context.uuid.flatMap { $0 == "Not" || $0.isEmpty ? nil : $0 }
        if let uuid { facts.append(Fact("system", "product", "uuid", uuid)) }
        let nodes = root.descendants.filter { $0.name == "node" }
        facts += board(nodes) + memory(nodes)
        facts += nodes.filter { $0[attribute: "class"] == "network" }
            .flatMap { interface($0, context) }
        return withSerial(facts, uuid: uuid)
    }

    /// The logical names of its interfaces.
    public static func interfaces(_ facts: [Fact]) -> [String] {
        var names: [String] = []
        for fact in facts where fact.kind == "network" && !names.contains(fact.id) {
            names.append(fact.id)
        }
        return names
    }

    // MARK: Parts

    private static func fields(
        _ element: XMLElement, _ kind: String, _ id: String, _ names: [(String, key: String)]
    ) -> [Fact] {
        names.compactMap { name, key in
            element.child(name).map { Fact(kind, id, key, ToolXML.text($0)) }
        }
    }

    private static func board(_ nodes: [XMLElement]) -> [Fact] {
        func placed(_ id: String) -> [XMLElement] {
            nodes.filter { $0[attribute: "id"] == id && $0.child("physid") != nil }
        }
        let board = placed("core").flatMap {
            fields(
                $0, "system", "motherboard",
                [
                    ("product", "name"), ("vendor", "vendor"), ("version", "version"),
                    ("serial", "serial"),
                ])
        }
        let firmware = placed("firmware").flatMap {
            fields(
                $0, "firmware", "bios",
                [("version", "version"), ("date", "date"), ("vendor", "vendor")])
        }
        return board + firmware
    }

    private static let bankFields = [
        "size", "clock", "description", "vendor", "product", "serial", "slot",
    ].map { ($0, key: $0) }

    private static func memory(_ nodes: [XMLElement]) -> [Fact] {
        var (facts, banks): ([Fact], Int) = ([], 0)
        for node in nodes where node[attribute: "class"] == "memory" {
            guard let id = node[attribute: "id"], id.hasPrefix("memory"),
                node.child("physid") != nil
            else { continue }
            let location = id.dropFirst("memory".count)
            let place = location.hasPrefix(":") ? String(location) : ""
            facts += fields(node, "memory", "total", [("size", "size")])
            for bank in node.descendants where bank.name == "node" {
                guard let id = bank[attribute: "id"], id.contains("bank:") else { continue }
                banks += 1
                let name = id.replacing("bank:", with: "bank\(place):")
                facts += fields(bank, "memory", name, bankFields)
            }
        }
        if banks > 0 { facts.append(Fact("memory", "banks", "count", "\(banks)")) }
        return facts
    }

    private static func interface(_ node: XMLElement, _ context: Context) -> [Fact] {
        guard let name = node.child("logicalname").map(ToolXML.text) else { return [] }
        func setting(_ id: String, _ key: String) -> [Fact] {
            let settings = node.children(named: "configuration").flatMap {
                $0.children(named: "setting")
            }
            let value = settings.first { $0[attribute: "id"] == id }?[attribute: "value"]
            return value.map { [Fact("network", name, key, $0)] } ?? []
        }
        let address = setting("ip", "ipv4")
        let plain = fields(
            node, "network", name,
            [("businfo", "businfo"), ("vendor", "vendor"), ("product", "product")])
        let state = ["link", "driver", "duplex", "speed", "latency", "autonegotiation"]
            .flatMap { setting($0, $0) }
        let hardware = fields(node, "network", name, [("serial", "serial")]).map {
            Fact($0.kind, $0.id, $0.key, $0.value.lowercased())
        }
        return plain + setting("firmware", "firmware")
            + fields(node, "network", name, [("size", "size")]) + address
            + network(of: address, name, context) + state + hardware
    }

    private static func network(
        of address: [Fact], _ name: String, _ context: Context
    ) -> [Fact] {
        guard let address = address.first?.value, let length = context.prefixLength(name),
            (0...32).contains(length), let number = IPv4Text.number(address)
        else { return [] }
        let mask = length == 0 ? 0 : UInt32.max << UInt32(32 - length)
        return [
            Fact("network", name, "ipv4-netmask", IPv4Text.text(mask)),
            Fact("network", name, "ipv4-cidr", "\(length)"),
            Fact("network", name, "ipv4-network", IPv4Text.text(number & mask)),
        ]
    }

    // MARK: Serial numbers

    /// Some makers ship every machine with the same number; another one takes its place, at the
    /// end.
    private static func withSerial(_ facts: [Fact], uuid: String?) -> [Fact] {
        let place = facts.firstIndex {
            $0.kind == "system" && $0.id == "product" && $0.key == "serial"
        }
        guard let place, ["0123456789", "0000000000"].contains(facts[place].value) else {
            return facts
        }
        let board = facts.first {
            $0.kind == "system" && $0.id == "motherboard" && $0.key == "serial"
        }?.value
        let card = facts.first { $0.kind == "network" && $0.key == "serial" }?.value
            .replacing(":", with: "")
        let other = [uuid, board, card].compactMap { $0 }.first { !$0.isEmpty }
        guard let other else { return facts }
        var facts = facts
        facts.remove(at: place)
        facts.append(Fact("system", "product", "serial", other))
        return facts
    }
}
