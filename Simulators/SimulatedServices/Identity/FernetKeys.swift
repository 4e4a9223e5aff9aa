/// Keystone's fernet key repository on one controller: numbered keys, the highest of which makes
/// tokens; number 0 is staged to become the next. All of them open tokens.
///
/// Source: Keystone's documentation of fernet tokens and their rotation.
public struct FernetKeys: Sendable, Hashable {
    public struct Key: Sendable, Hashable {
        public let number: Int
        public let secret: String

        public init(number: Int, secret: String) {
            self.number = number
            self.secret = secret
        }
    }

    /// In order of their numbers.
    public private(set) var keys: [Key]
    /// `[fernet_tokens] max_active_keys`.
    public let limit: Int

    /// A repository as `keystone-manage fernet_setup` makes it.
    public init(primary: String, staged: String, limit: Int = 3) {
        keys = [Key(number: 0, secret: staged), Key(number: 1, secret: primary)]
        self.limit = limit
    }

    /// What new tokens are made with.
    var primary: Key { keys[keys.count - 1] }

    /// `keystone-manage fernet_rotate`: the staged key becomes the primary one, a new one is
    /// staged, and the oldest beyond the limit goes. Tokens made with that open no more.
    public mutating func rotate(staging secret: String) {
        let next = Key(number: primary.number + 1, secret: keys[0].secret)
        keys = [Key(number: 0, secret: secret)] + keys.dropFirst() + [next]
        while keys.count > max(limit, 2) { keys.remove(at: 1) }
    }

    func opens(_ token: KeystoneToken) -> Bool { keys.contains { $0.secret == token.secret } }
}
