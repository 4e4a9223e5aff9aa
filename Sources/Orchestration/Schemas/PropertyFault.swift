/// What is wrong with a resource's properties, in Heat's words, which those who use it know.
public struct PropertyFault: Error, Sendable, Hashable {
    /// The keys and places that lead to the value.
    public var path: [String]
    public let message: String

    /// The same properties are wrong the next time too.
    public var isTransient: Bool { false }

    init(_ message: String, at path: [String] = []) {
        self.path = path
        self.message = message
    }

    /// The same fault, seen from outside of where it lies.
    func within(_ key: String) -> PropertyFault {
        PropertyFault(message, at: [key] + path)
    }
}

extension PropertyFault: CustomStringConvertible {
    public var description: String {
        path.isEmpty ? message : "\(path.joined(separator: ".")): \(message)"
    }
}
