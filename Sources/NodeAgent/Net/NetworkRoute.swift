import Documents

/// A route by way of a neighbour.
struct NetworkRoute: Sendable, Hashable {
    let nextHop: String
    let destination: String
    let isDefault: Bool
    let options: String
    /// A table's number or name; empty for the main one.
    let table: String

    init(_ document: DocumentValue) throws(NetworkConfigError) {
        let hop = document["next_hop"]
        let destination = document["ip_netmask"]
        if hop?.isTrue == true, document["nexthop"]?.isTrue == true {
            throw NetworkConfigError(
                "Invalid Route JSON object with both next_hop and nexthop configured. Use either "
                    + "next_hop or nexthop.")
        }
        if destination?.isTrue == true, document["destination"]?.isTrue == true {
            throw NetworkConfigError(
                "Invalid Route JSON object with both ip_netmask and destination configured. Use "
                    + "either ip_netmask or destination.")
        }
        guard let hop = hop ?? document["nexthop"], hop != .null else {
            throw NetworkConfigError(
                "Route JSON objects require next_hop or nexthop to be configured.")
        }
        nextHop = hop.text
        self.destination = (destination ?? document["destination"])?.text ?? ""
        isDefault = NetworkObject.truth(document["default"])
        options = document["route_options"]?.text ?? ""
        table = document["table"].map { $0.isTrue ? $0.text : "" } ?? ""
    }

    var isIPv6: Bool { nextHop.contains(":") }
}
