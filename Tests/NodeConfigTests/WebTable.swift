import NodeAgent
import Synchronization

/// Answers to requests by method and address; whatever is not in it answers nobody.
final class WebTable: WebTransport {
    private let answers: Mutex<[String: WebAnswer]>
    private let asked = Mutex<[WebRequest]>([])

    init(_ answers: [String: WebAnswer] = [:]) { self.answers = Mutex(answers) }

    /// What was asked, in order.
    var requests: [WebRequest] { asked.withLock { $0 } }

    func put(_ key: String, _ answer: WebAnswer) { answers.withLock { $0[key] = answer } }

    func send(_ request: WebRequest) async throws(WebError) -> WebAnswer {
        asked.withLock { $0.append(request) }
        guard let answer = answers.withLock({ $0["\(request.method) \(request.address)"] }) else {
            throw WebError("\(request.address): nobody answers")
        }
        return answer
    }
}

extension WebAnswer {
    init(_ text: String, _ fields: [WebField] = []) {
        self.init(200, fields: fields, body: Array(text.utf8))
    }
}
