import Crypto
import Testing

@testable import IPMI

@Suite("The keyed hash")
struct KeyedHashTests {
    private static let sample = Array("what do ya want for nothing?".utf8)

    @Test("of MD5 is that of RFC 2202, sections 2.1 and 2.2")
    func md5() {
        let first = KeyedHash.md5.code(
            Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 16))
        #expect(first == hex("9294727a3638bb1c13f48ef8158bfc9d"))
        let second = KeyedHash.md5.code(Self.sample, key: Array("Jefe".utf8))
        #expect(second == hex("750c783e6ab0b503eaa86e310a5db738"))
    }

    @Test("of SHA-1 is that of RFC 2202, section 3")
    func sha1() {
        let first = KeyedHash.sha1.code(
            Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 20))
        #expect(first == hex("b617318655057264e28bc0b6fb378c8ef146be00"))
        let second = KeyedHash.sha1.code(Self.sample, key: Array("Jefe".utf8))
        #expect(second == hex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"))
    }

    @Test("of SHA-256 is that of RFC 4231, sections 4.2 and 4.3")
    func sha256() {
        let first = KeyedHash.sha256.code(
            Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 20))
        #expect(
            first == hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"))
        let second = KeyedHash.sha256.code(Self.sample, key: Array("Jefe".utf8))
        #expect(
            second == hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
    }

    @Test(
        "is the library's own HMAC for keys up to a block and beyond it, and for any message",
        arguments: [0, 1, 20, 63, 64, 65, 80, 131, 200])
    func library(_ length: Int) {
        let key = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
        let symmetric = SymmetricKey(data: key)
        for count in [0, 1, 55, 64, 152] {
            let data = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 13) }
            #expect(
                KeyedHash.md5.code(data, key: key)
                    == Array(HMAC<Insecure.MD5>.authenticationCode(for: data, using: symmetric)))
            #expect(
                KeyedHash.sha1.code(data, key: key)
                    == Array(HMAC<Insecure.SHA1>.authenticationCode(for: data, using: symmetric)))
            #expect(
                KeyedHash.sha256.code(data, key: key)
                    == Array(HMAC<SHA256>.authenticationCode(for: data, using: symmetric)))
        }
    }
}
