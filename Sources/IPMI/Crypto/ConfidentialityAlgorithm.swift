import Crypto
import CryptoExtras

/// How the payloads of an IPMI 2.0 session are encrypted (table 13-19).
enum ConfidentialityAlgorithm: UInt8, Sendable, Hashable, CaseIterable {
    case none = 0
    case aesCBC128 = 1

    static let blockLength = 16

    /// - Parameter vector: 16 bytes that nobody can foretell.
    func encrypt(_ payload: [UInt8], _ keys: SessionKeys, vector: [UInt8]) -> [UInt8] {
        guard self == .aesCBC128 else { return payload }
        var padded = payload
        let excess = (payload.count + 1) % Self.blockLength
        let padCount = excess == 0 ? 0 : Self.blockLength - excess
        for index in 0..<padCount { padded.append(UInt8(index + 1)) }
        padded.append(UInt8(padCount))
        let key = SymmetricKey(data: keys.k2.prefix(Self.blockLength))
        guard let start = try? AES._CBC.IV(ivBytes: vector),
            let sealed = try? AES._CBC.encrypt(padded, using: key, iv: start, noPadding: true)
        else { preconditionFailure("A padded payload and a vector of 16 bytes always encrypt.") }
        return vector + sealed
    }

    func decrypt(
        _ payload: ArraySlice<UInt8>, _ keys: SessionKeys
    ) throws(WireError) -> ArraySlice<UInt8> {
        guard self == .aesCBC128 else { return payload }
        guard payload.count >= 2 * Self.blockLength, payload.count % Self.blockLength == 0 else {
            throw .truncated
        }
        let key = SymmetricKey(data: keys.k2.prefix(Self.blockLength))
        guard let start = try? AES._CBC.IV(ivBytes: payload.prefix(Self.blockLength)),
            let opened = try? AES._CBC.decrypt(
                payload.dropFirst(Self.blockLength), using: key, iv: start, noPadding: true)
        else { throw .badCode }
        return try Self.withoutPad([UInt8](opened))
    }

    /// Section 13.29: the pad counts 1, 2, 3 …, then its length.
    private static func withoutPad(_ bytes: [UInt8]) throws(WireError) -> ArraySlice<UInt8> {
        guard let last = bytes.last, last < blockLength else { throw .badPadding }
        let padCount = Int(last)
        let end = bytes.count - 1 - padCount
        guard end >= 0 else { throw .badPadding }
        for index in 0..<padCount where bytes[end + index] != UInt8(index + 1) {
            throw .badPadding
        }
        return bytes[..<end]
    }
}
