/// Why a hint cannot be read.
public struct RootDeviceHintError: Error, Hashable {
    /// The hint's name as written.
    public let hint: String
    public let found: String
    public let expected: String

    /// The same text stays wrong until somebody changes it.
    public var isTransient: Bool { false }
}

extension RootDeviceHintError: CustomStringConvertible {
    public var description: String {
        "root device hint '\(hint)': found '\(found)', expected \(expected)"
    }
}
