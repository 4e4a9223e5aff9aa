/// A program to run, with what it is given.
public struct NodeCommand: Sendable, Hashable {
    public var path: String
    public var arguments: [String]
    /// What is added to the environment, in the order of names.
    public var environment: [EnvironmentEntry]
    public var input: [UInt8]
    /// The folder it runs in; nil for that of whoever runs it.
    public var folder: String?
    /// How long it may run before it is ended, with whatever it started; nil without end.
    public var limit: Duration?

    /// - Parameter path: of a program, or its name where it is looked for as a shell does.
    public init(
        _ path: String, _ arguments: [String] = [], environment: [EnvironmentEntry] = [],
        input: [UInt8] = [], folder: String? = nil, limit: Duration? = nil
    ) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
        self.input = input
        self.folder = folder
        self.limit = limit
    }
}
