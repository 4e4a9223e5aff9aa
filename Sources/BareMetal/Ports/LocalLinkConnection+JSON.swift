import Hardware

extension LocalLinkConnection {
    private static let keys = [
        "port_id", "switch_id", "hostname", "switch_info", "network_type",
    ]

    /// Nil for an empty object: nothing is known of the cable.
    ///
    /// - Throws: ``RecordRefusal/invalid(_:)`` where it is none of Ironic's shapes: a switch's
    ///   port, a smart NIC's, or one that nobody drives.
    init?(_ object: [String: JSONValue]) throws(RecordRefusal) {
        guard !object.isEmpty else { return nil }
        guard object.keys.allSatisfy(Self.keys.contains), object.allSatisfy({ $1.text != nil })
        else { throw Self.refusal(object) }
        let type = object["network_type"]?.text
        self.init(
            switchID: try object["switch_id"]?.text.map(Self.switchID),
            portID: object["port_id"]?.text,
            switchInfo: object["switch_info"]?.text, hostname: object["hostname"]?.text,
            networkType: type.flatMap(NetworkType.init))
        guard type == nil || networkType != nil, isWhole else { throw Self.refusal(object) }
    }

    private var isWhole: Bool {
        portID != nil && (switchID != nil || hostname != nil) || networkType == .unmanaged
    }

    private static func switchID(_ text: String) throws(RecordRefusal) -> String {
        let isAddress = text.utf8.count == 17 && !text.contains("-") && MACAddress(text) != nil
        let isDatapath = text.utf8.count == 16 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
        guard isAddress || isDatapath else {
            throw .invalid("switch_id '\(text)' is neither a MAC address nor a datapath")
        }
        return text.lowercased()
    }

    private static func refusal(_ object: [String: JSONValue]) -> RecordRefusal {
        .invalid("local_link_connection cannot be \(JSONValue.object(object))")
    }

    var body: [String: JSONValue] {
        let entries: [(String, String?)] = [
            ("switch_id", switchID), ("port_id", portID), ("switch_info", switchInfo),
            ("hostname", hostname), ("network_type", networkType?.rawValue),
        ]
        var body: [String: JSONValue] = [:]
        for (key, text) in entries { if let text { body[key] = .text(text) } }
        return body
    }
}
