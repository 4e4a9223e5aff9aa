/// Why a report could not be written.
public struct ReportError: Error, Hashable, CustomStringConvertible {
    public let path: String
    public let reason: String

    /// Another try can help: a disk may have room again.
    public var isTransient: Bool { true }

    public var description: String { "\(path) cannot be written: \(reason)" }
}
