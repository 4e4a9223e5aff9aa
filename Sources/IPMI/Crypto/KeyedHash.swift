import Crypto

/// The hash that a cipher suite's handshake is built on.
enum KeyedHash: Sendable, Hashable {
    case md5, sha1, sha256

    /// The keyed hash (HMAC) of `data`, at full length: 16, 20 or 32 bytes.
    func code(_ data: some Sequence<ArraySlice<UInt8>>, key: some Sequence<UInt8>) -> [UInt8] {
        let key = SymmetricKey(data: Array(key))
        switch self {
        case .md5: return Self.code(data, key, Insecure.MD5.self)
        case .sha1: return Self.code(data, key, Insecure.SHA1.self)
        case .sha256: return Self.code(data, key, SHA256.self)
        }
    }

    func code(_ data: [UInt8], key: some Sequence<UInt8>) -> [UInt8] {
        code(CollectionOfOne(data[...]), key: key)
    }

    private static func code<Hash: HashFunction>(
        _ data: some Sequence<ArraySlice<UInt8>>, _ key: SymmetricKey, _: Hash.Type
    ) -> [UInt8] {
        var hmac = HMAC<Hash>(key: key)
        for part in data { hmac.update(data: part) }
        return [UInt8](hmac.finalize())
    }
}
