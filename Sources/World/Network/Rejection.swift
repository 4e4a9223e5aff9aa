/// Why a question was not answered, in words for the asker's operator.
public struct Rejection: Error, Hashable, Codable, CustomStringConvertible {
    public let reason: String
    public init(_ reason: String) { self.reason = reason }
    public var description: String { reason }
}
