/// What opens a controller. Printing it never shows the password.
public struct BMCCredentials: Sendable, Hashable, Codable {
    public let user: String
    public let password: String

    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }
}

extension BMCCredentials: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "\(user):***" }
    public var debugDescription: String { description }
}
