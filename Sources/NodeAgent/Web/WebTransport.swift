/// The way from a machine to services on the web. It asks once and follows nothing.
package protocol WebTransport: Sendable {
    /// - Throws: where nobody answered. What an answer says is its asker's to judge.
    func send(_ request: WebRequest) async throws(WebError) -> WebAnswer
}

extension WebTransport {
    /// An answer that is one of success.
    func demand(_ request: WebRequest) async throws(WebError) -> WebAnswer {
        let answer = try await send(request)
        guard answer.isSuccess else {
            throw WebError(
                "\(request.method) \(request.address): status \(answer.status)",
                isTransient: answer.status >= 500)
        }
        return answer
    }
}
