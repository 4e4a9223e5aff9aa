/// Where a controller is reached: a host, a port where it is not the usual one, and a system
/// behind it where one service speaks for many (Redfish).
///
/// Two nodes with the same address are the same machine; TripleO's import matches on it.
public struct BMCAddress: Sendable, Hashable, Codable {
    public let host: String
    public let port: Int?
    public let system: String?

    public init(host: String, port: Int? = nil, system: String? = nil) {
        self.host = host
        self.port = port
        self.system = system
    }
}

extension BMCAddress: CustomStringConvertible {
    public var description: String {
        // An IPv6 address has colons of its own.
        let name = host.contains(":") && port != nil ? "[\(host)]" : host
        let authority = port.map { "\(name):\($0)" } ?? host
        return system.map { authority + "/" + $0 } ?? authority
    }
}

extension BMCAddress: Comparable {
    public static func < (left: BMCAddress, right: BMCAddress) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }
}
