/// A question one host asks another, and the reply's shape. On a real wire both travel as JSON.
public protocol NetworkRequest: Codable, Sendable {
    associatedtype Reply: Codable & Sendable

    /// The question's name on the wire; one listener answers to it on a host.
    static var name: String { get }

    /// Who may ask it.
    static var audience: NetworkAudience { get }
}

extension NetworkRequest {
    public static var audience: NetworkAudience { .everybody }
}
