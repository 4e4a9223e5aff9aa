import World

/// A question for tests: the answer is the question and who answered it.
struct Question: NetworkRequest {
    static let name = "question"

    let text: String

    struct Reply: Codable, Sendable, Equatable {
        let text: String
        let by: String
    }
}
