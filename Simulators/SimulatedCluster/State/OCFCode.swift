/// What a resource agent answers, as the Open Cluster Framework numbers it.
public struct OCFCode: Sendable, Hashable {
    public let value: Int
    public init(_ value: Int) { self.value = value }

    public static let ok = OCFCode(0)
    public static let unknownError = OCFCode(1)
    public static let invalidParameter = OCFCode(2)
    public static let unimplemented = OCFCode(3)
    public static let insufficientPrivileges = OCFCode(4)
    public static let notInstalled = OCFCode(5)
    public static let notConfigured = OCFCode(6)
    public static let notRunning = OCFCode(7)
    public static let runningPromoted = OCFCode(8)
    public static let failedPromoted = OCFCode(9)
    public static let degraded = OCFCode(190)
    public static let degradedPromoted = OCFCode(191)
}
