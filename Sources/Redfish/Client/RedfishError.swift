/// Why a service did not do what it was asked. None names a password or a token.
public enum RedfishError: Error, Sendable, Hashable {
    /// No answer came, however often it was asked. What was asked may have been done all the same.
    case timeout(waited: Duration)
    /// The service refused user and password, or the user may not do this.
    case unauthorized
    /// The service's certificate is not the one that is expected of it.
    case untrusted
    /// There is nothing at the address.
    case missing(String)
    /// Any other refusal: the status, the keys of its messages, and what they say.
    case refused(status: Int, keys: [String], text: String)
    /// The answer is not as the schema has it.
    case malformed(String)
    /// The service lacks what the call needs.
    case unsupported(String)
    /// Work that went on as a task failed, or did not end in time.
    case taskFailed(String)
    case taskTimeout
    /// The asker went away before the answer came.
    case cancelled

    /// Whether the same request can succeed later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .timeout, .taskTimeout: true
        case .refused(let status, _, _): status == 429 || status >= 500 && status != 501
        case .unauthorized, .untrusted, .missing, .malformed, .unsupported, .taskFailed, .cancelled:
            false
        }
    }

    /// A refusal, as its answer tells it (DSP0266, error responses). Both forms of
    /// `ExtendedInfo`, a list and a single message, are read.
    init(_ response: RedfishResponse, at path: String) {
        guard response.status != 401, response.status != 403 else {
            self = .unauthorized
            return
        }
        guard response.status != 404 else {
            self = .missing(path)
            return
        }
        let error = response.json?["error"]
        let info = error?["@Message.ExtendedInfo"]
        let messages = info?.list ?? [info].compactMap { $0 }
        let keys = messages.compactMap { message in
            message["MessageId"]?.text?.split(separator: ".").last.map(String.init)
        }
        let texts = messages.compactMap { $0["Message"]?.text }
        let text = texts.isEmpty ? error?["message"]?.text ?? "" : texts.joined(separator: "; ")
        self = .refused(
            status: response.status, keys: keys, text: String(text.prefix(RedfishLimits.textLength))
        )
    }
}

extension RedfishError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .timeout(let waited): "no answer within \(waited.components.seconds) s"
        case .unauthorized: "the service refused the user or the password"
        case .untrusted: "the service's certificate is not the one expected"
        case .missing(let path): "there is nothing at \(path)"
        case .refused(let status, _, let text): "status \(status): \(text)"
        case .malformed(let what): "\(what) cannot be understood"
        case .unsupported(let what): "the service has no \(what)"
        case .taskFailed(let reason): "the task failed: \(reason)"
        case .taskTimeout: "the task did not end in time"
        case .cancelled: "cancelled"
        }
    }
}
