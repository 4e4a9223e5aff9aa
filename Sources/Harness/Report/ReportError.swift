/// Why a report could not be written.
public struct ReportError: Error, Hashable, CustomStringConvertible {
    public let path: String
    public let reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// Another try can help: a disk may have room again.
    public var isTransient: Bool { true }

    public var description: String { "\(path) cannot be written: \(reason)" }
}
