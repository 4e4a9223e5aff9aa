/// The network as seen from one host.
public protocol HostNetwork: Sendable {
    /// Asks and waits for the reply.
    ///
    /// A lost reply looks like a lost request: after ``NetworkError/timedOut(after:)`` the question
    /// may have been answered all the same, so askers ask things that may be asked twice.
    func call<Request: NetworkRequest>(
        _ request: Request, to destination: HostAddress, within limit: Duration
    ) async throws(NetworkError) -> Request.Reply

    /// Answers questions of one kind, each in a task of its own, until the process ends.
    ///
    /// What `answer` throws reaches the asker as ``NetworkError/rejected(_:)``.
    func listen<Request: NetworkRequest>(
        for request: Request.Type,
        answer: @escaping @Sendable (Request) async throws(Rejection) -> Request.Reply
    )

    /// Takes over a service address. It is given up when the process ends.
    func claim(_ address: HostAddress)
}
