/// Why a controller did not do what it was asked over IPMI. None names a password.
public enum IPMIError: Error, Sendable, Hashable {
    /// No answer came, however often it was asked. What was asked may have been done all the same.
    case timeout(waited: Duration)
    /// The command was answered with an error.
    case command(String, CompletionCode)
    /// The controller refused to open a session.
    case handshake(RAKPStatus)
    /// The controller does not know the same password.
    case wrongPassword
    /// The controller does not know the same key (Kg).
    case wrongKey
    /// The controller has none of the cipher suites that were offered.
    case noCipherSuite
    /// The controller speaks IPMI 1.5 alone, and would have the password in the clear.
    case noSignature
    /// IPMI 1.5: the controller said nothing to the log-in, as it does where the password is wrong.
    case unansweredLogIn
    /// The answer is not as the specification has it.
    case malformed(String)
    /// The asker went away before the answer came.
    case cancelled

    /// Whether the same request can succeed later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .timeout: true
        case .command(_, let code): code.isTransient
        case .handshake(let status): status.isTransient
        case .wrongPassword, .wrongKey, .noCipherSuite, .noSignature, .unansweredLogIn,
            .malformed, .cancelled:
            false
        }
    }
}

extension IPMIError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .timeout(let waited): "no answer within \(waited.components.seconds) s"
        case .command(let command, let code): "\(command): \(code)"
        case .handshake(let status): "no session: \(status)"
        case .wrongPassword: "no session: the controller has another password"
        case .wrongKey: "no session: the controller has another key"
        case .noCipherSuite: "no session: no cipher suite in common"
        case .noSignature: "no session: the controller has IPMI 1.5 without signatures alone"
        case .unansweredLogIn: "no session: no answer, as where the password is wrong"
        case .malformed(let command): "\(command): the answer cannot be understood"
        case .cancelled: "cancelled"
        }
    }
}
