import Crypto

/// How the packets of an IPMI 2.0 session are signed (table 13-18).
enum IntegrityAlgorithm: UInt8, Sendable, Hashable, CaseIterable {
    case none = 0
    case hmacSHA1With96Bits = 1
    case hmacMD5 = 2
    /// The password before and behind the packet, hashed.
    case md5 = 3
    case hmacSHA256With128Bits = 4

    /// Bytes of the code at the end of a packet.
    var codeLength: Int {
        switch self {
        case .none: 0
        case .hmacSHA1With96Bits: 12
        case .hmacMD5, .md5, .hmacSHA256With128Bits: 16
        }
    }

    func code(of packet: ArraySlice<UInt8>, _ keys: SessionKeys) -> ArraySlice<UInt8> {
        switch self {
        case .none: []
        case .hmacSHA1With96Bits: keyed(.sha1, packet, keys)
        case .hmacMD5: keyed(.md5, packet, keys)
        case .hmacSHA256With128Bits: keyed(.sha256, packet, keys)
        case .md5: Self.enclosed(packet, keys.password)
        }
    }

    private func keyed(
        _ hash: KeyedHash, _ packet: ArraySlice<UInt8>, _ keys: SessionKeys
    ) -> ArraySlice<UInt8> {
        hash.code(packet, key: keys.k1[...]).prefix(codeLength)
    }

    private static func enclosed(
        _ packet: ArraySlice<UInt8>, _ password: Secret
    ) -> ArraySlice<UInt8> {
        // FreeIPMI, the one tool that speaks it, has the password at full length.
        let padded = password.padded(to: Secret.longest)
        var hash = Insecure.MD5()
        hash.update(data: padded)
        hash.update(data: packet)
        hash.update(data: padded)
        return [UInt8](hash.finalize())[...]
    }
}
