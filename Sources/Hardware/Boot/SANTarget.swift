/// A volume on a storage network, as an initiator finds it (RFC 3720, RFC 4173).
public struct SANTarget: Sendable, Hashable, Codable {
    /// Host and port, as `192.0.2.5:3260`.
    public let portal: String
    /// The target's iSCSI qualified name.
    public let name: String
    public let lun: Int

    public init(portal: String, name: String, lun: Int) {
        self.portal = portal
        self.name = name
        self.lun = lun
    }
}

extension SANTarget: CustomStringConvertible {
    /// As network boot loaders write it: `iscsi:192.0.2.5::3260:1:iqn...`.
    public var description: String {
        let parts = portal.split(separator: ":", maxSplits: 1)
        let (host, port) = (parts.first ?? "", parts.count > 1 ? parts[1] : "3260")
        return "iscsi:\(host)::\(port):\(String(lun, radix: 16)):\(name)"
    }
}
