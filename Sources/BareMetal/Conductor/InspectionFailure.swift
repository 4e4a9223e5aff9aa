/// Why a ramdisk's findings were not taken over.
public struct InspectionFailure: Error, Hashable, CustomStringConvertible {
    public let reason: String
    public init(_ reason: String) { self.reason = reason }
    public var description: String { reason }
}
