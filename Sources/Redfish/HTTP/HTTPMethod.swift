/// What a request asks to be done (RFC 9110, section 9), also one that no resource knows.
public struct HTTPMethod: Sendable, Hashable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public static let get = HTTPMethod("GET")
    public static let head = HTTPMethod("HEAD")
    public static let options = HTTPMethod("OPTIONS")
    public static let post = HTTPMethod("POST")
    public static let patch = HTTPMethod("PATCH")
    public static let put = HTTPMethod("PUT")
    public static let delete = HTTPMethod("DELETE")

    /// As the field `Allow` names several.
    static func list(_ methods: [HTTPMethod]) -> String {
        methods.map(\.text).joined(separator: ", ")
    }

    /// Whether it changes nothing.
    public var isSafe: Bool { [.get, .head, .options].contains(self) }
}
