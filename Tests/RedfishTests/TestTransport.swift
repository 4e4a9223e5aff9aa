import Hardware

@testable import Redfish

/// A service without a network between: requests arrive at once, and pauses pass at once.
actor TestTransport {
    var test: TestService
    private(set) var requests: [RedfishRequest] = []
    /// What happens to requests before they arrive; each is used once.
    private var mishaps: [(HTTPMethod, Mishap)] = []
    private let clock: TestClock

    enum Mishap: Sendable {
        case lost
        /// It arrives, and its answer does not.
        case unanswered
        case answer(RedfishResponse)
        /// The resource changes before the request arrives.
        case changedBefore(String, JSON)
    }

    init(_ test: TestService, clock: TestClock) {
        self.test = test
        self.clock = clock
    }

    func next(_ mishap: Mishap, to method: HTTPMethod) { mishaps.append((method, mishap)) }

    func forgetRequests() { requests = [] }

    func restartService() {
        test = TestService()
    }

    func ask(_ method: HTTPMethod, _ path: String, _ json: JSON? = nil) -> RedfishResponse {
        test.ask(method, path, json)
    }

    var host: StandaloneSystem { test.host }

    func send(
        _ request: RedfishRequest, at now: Duration
    ) throws(RedfishTransportError) -> RedfishResponse {
        requests.append(request)
        test.now = now
        guard let index = mishaps.firstIndex(where: { $0.0 == request.method }) else {
            return test.send(request)
        }
        switch mishaps.remove(at: index).1 {
        case .lost: throw .noAnswer
        case .unanswered:
            _ = test.send(request)
            throw .noAnswer
        case .answer(let response): return response
        case .changedBefore(let path, let json):
            _ = test.ask(.patch, path, json)
            return test.send(request)
        }
    }
}
