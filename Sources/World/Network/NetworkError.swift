/// Why a question got no answer.
public enum NetworkError: Error, Hashable {
    /// Nothing came back in time. The question may have been answered all the same.
    case timedOut(after: Duration)
    /// The host is there, but nothing on it answers such questions.
    case refused
    /// The other side heard the question and would not do it.
    case rejected(Rejection)
    /// The asker was cancelled or its handle on the world was revoked.
    case revoked

    /// Whether the same question can be answered later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .timedOut, .refused: true
        case .rejected, .revoked: false
        }
    }
}

extension NetworkError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .timedOut(let limit): "no answer within \(limit.shortText)"
        case .refused: "the host refused the connection"
        case .rejected(let rejection): rejection.reason
        case .revoked: "the asker was stopped"
        }
    }
}
