/// A file of a network configuration.
public struct NetworkFile: Sendable, Hashable {
    public let path: String
    public let text: String

    init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
    }
}
