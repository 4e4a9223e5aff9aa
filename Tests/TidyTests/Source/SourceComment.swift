/// One line of a comment.
struct SourceComment: Sendable, Hashable {
    let text: String
    let line: Int
}
