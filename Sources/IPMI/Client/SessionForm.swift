/// How the packets of a client's session are made and verified.
enum SessionForm: Sendable {
    case current(SessionCipher)
    /// Signed with the user's password.
    case legacy(AuthenticationType)

    /// Nil in a session of IPMI 1.5.
    var cipher: SessionCipher? {
        if case .current(let cipher) = self { cipher } else { nil }
    }
}
