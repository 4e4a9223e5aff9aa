/// What `ibstat` says of InfiniBand cards and their ports.
public enum IbstatOutput {
    private static let cardFields = [
        ("CA type", "device_type"), ("Firmware version", "fw_version"),
        ("Hardware version", "hw_version"), ("Number of ports", "nb_ports"),
        ("System image GUID", "sys_guid"), ("Node GUID", "node_guid"),
    ]
    private static let portFields = [
        ("State", "state"), ("Physical state", "physical_state"), ("Rate", "rate"),
        ("Base lid", "base_lid"), ("LMC", "lmc"), ("SM lid", "sm_lid"),
        ("Capability mask", "capability_mask"), ("Port GUID", "port_guid"),
    ]

    /// Of `ibstat CARD -s`.
    ///
    /// - Parameter number: of the card, from 0.
    public static func card(_ text: String, card: String, number: Int) -> [Fact] {
        let fields = facts(text, "card\(number)", cardFields)
        return fields.isEmpty
            ? [] : [Fact("infiniband", "card\(number)", "card_type", card)] + fields
    }

    /// Of `ibstat CARD PORT`.
    ///
    /// - Parameter port: from 1.
    public static func port(_ text: String, card: Int, port: Int) -> [Fact] {
        facts(text, "card\(card)_port\(port)", portFields)
    }

    private static func facts(
        _ text: String, _ id: String, _ fields: [(name: String, key: String)]
    ) -> [Fact] {
        ToolText.lines(text).compactMap(ToolText.pair).compactMap { pair in
            fields.first { $0.name == pair.key }.map {
                Fact("infiniband", id, $0.key, pair.value)
            }
        }
    }
}
