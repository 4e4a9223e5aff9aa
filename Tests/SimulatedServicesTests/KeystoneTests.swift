import SimulatedServices
import Testing

@Suite("Keystone's tokens")
struct KeystoneTests {
    private let keys = FernetKeys(primary: "one", staged: "two")

    @Test("are taken by another controller of the same keys until an hour is over")
    func expires() throws {
        let (here, there) = (KeystoneTokens(keys: keys), KeystoneTokens(keys: keys))
        let token = here.issue(to: "alice", at: .seconds(100))
        try there.validate(token, at: .seconds(100 + 3_599))
        #expect(throws: TokenRefusal.expired(ago: .zero)) {
            try there.validate(token, at: .seconds(100 + 3_600))
        }
    }

    @Test("are refused at once by a controller whose clock is an hour ahead")
    func skew() throws {
        let tokens = KeystoneTokens(keys: keys)
        let token = tokens.issue(to: "alice", at: .seconds(100))
        #expect(throws: TokenRefusal.expired(ago: .seconds(400))) {
            try tokens.validate(token, at: .seconds(4_100))
        }
        // A clock that is behind lets them live longer.
        try tokens.validate(token, at: .zero)
    }

    @Test("of services' work that was begun in time go on for two days")
    func serviceWindow() throws {
        let tokens = KeystoneTokens(keys: keys)
        let token = tokens.issue(to: "alice", at: .zero)
        try tokens.validate(token, from: .service, at: .seconds(3_600 + 172_799))
        #expect(throws: TokenRefusal.self) {
            try tokens.validate(token, from: .service, at: .seconds(3_600 + 172_800))
        }
    }

    @Test("are refused where the keys differ")
    func otherKeys() {
        let token = KeystoneTokens(keys: keys).issue(to: "alice", at: .zero)
        let other = KeystoneTokens(keys: FernetKeys(primary: "three", staged: "four"))
        #expect(throws: TokenRefusal.unknownKey) { try other.validate(token, at: .zero) }
    }

    @Test("made right after a rotation are opened by a controller that has not rotated yet")
    func rotation() throws {
        var rotated = keys
        rotated.rotate(staging: "three")
        let token = KeystoneTokens(keys: rotated).issue(to: "alice", at: .zero)
        try KeystoneTokens(keys: keys).validate(token, at: .zero)
        // Two rotations ahead, the other has no key for it.
        rotated.rotate(staging: "four")
        let newer = KeystoneTokens(keys: rotated).issue(to: "alice", at: .zero)
        #expect(throws: TokenRefusal.unknownKey) {
            try KeystoneTokens(keys: keys).validate(newer, at: .zero)
        }
    }

    @Test("are lost with the oldest key")
    func oldestKey() {
        var rotated = keys
        let token = KeystoneTokens(keys: rotated).issue(to: "alice", at: .zero)
        rotated.rotate(staging: "three")
        #expect(throws: Never.self) { try KeystoneTokens(keys: rotated).validate(token, at: .zero) }
        rotated.rotate(staging: "four")
        #expect(throws: TokenRefusal.unknownKey) {
            try KeystoneTokens(keys: rotated).validate(token, at: .zero)
        }
    }
}
