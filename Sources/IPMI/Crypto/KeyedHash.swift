import Crypto

/// The hash that a cipher suite's handshake is built on.
enum KeyedHash: Sendable, Hashable {
    case md5, sha1, sha256

    /// The keyed hash (HMAC, RFC 2104) of `data`, at full length: 16, 20 or 32 bytes.
    ///
    /// Made of the library's hashes and not of its HMAC, which takes 2.2 times as long for messages
    /// as short as these (SHA-1 over 60 bytes; 2.0 times with SHA-256): a twentieth more of the
    /// processor on either side where hundreds of controllers are asked at once.
    func code(_ data: ArraySlice<UInt8>, key: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .md5: Self.code(data, key, Insecure.MD5.self)
        case .sha1: Self.code(data, key, Insecure.SHA1.self)
        case .sha256: Self.code(data, key, SHA256.self)
        }
    }

    func code(_ data: [UInt8], key: [UInt8]) -> [UInt8] { code(data[...], key: key[...]) }

    @inline(__always)
    private static func code<Hash: HashFunction>(
        _ data: ArraySlice<UInt8>, _ key: ArraySlice<UInt8>, _ hash: Hash.Type
    ) -> [UInt8] {
        // A key that is longer than a block takes part by its hash.
        let key = key.count > Hash.blockByteCount ? [UInt8](Hash.hash(data: key))[...] : key
        let inside = digest(key, 0x36, data, hash)
        return digest(key, 0x5C, inside[...], hash)
    }

    /// The hash of a block that is the key under a mask, and of what follows it.
    @inline(__always)
    private static func digest<Hash: HashFunction>(
        _ key: ArraySlice<UInt8>, _ mask: UInt8, _ data: ArraySlice<UInt8>, _: Hash.Type
    ) -> [UInt8] {
        var block: [UInt8] = []
        block.reserveCapacity(Hash.blockByteCount + data.count)
        for byte in key { block.append(byte ^ mask) }
        while block.count < Hash.blockByteCount { block.append(mask) }
        block += data
        var hash = Hash()
        block.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return [UInt8](hash.finalize())
    }
}
