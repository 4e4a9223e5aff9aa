/// What `ibstat` says of InfiniBand cards and their ports.
public enum IbstatOutput {
    private static let cardFields = [
        ("CA type", "device_type"), ("Number of ports", "nb_ports"),
        ("Firmware version", "fw_ver"), ("Hardware version", "hw_ver"),
        ("Node GUID", "node_guid"), ("System image GUID", "sys_guid"),
    ]
    private static let portFields = [
        ("State", "state"), ("Physical state", "physical_state"), ("Rate", "rate"),
        ("Base lid", "base_lid"), ("LMC", "lmc"), ("SM lid", "sm_lid"),
        ("Capability mask", "capability_mask"), ("Port GUID", "port_guid"),
    ]

    /// Of `ibstat CARD -s`.
    public static func card(_ text: String, card: String) -> [Fact] {
        facts(text, card, cardFields)
    }

    /// Of `ibstat CARD PORT`.
    public static func port(_ text: String, card: String, port: Int) -> [Fact] {
        facts(text, "\(card)_port\(port)", portFields)
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
