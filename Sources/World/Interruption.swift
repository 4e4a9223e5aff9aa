/// A wait ended because its task was cancelled or its process was killed.
///
/// There is nothing to try again: whoever catches it lets go and returns.
public struct Interruption: Error, Hashable, CustomStringConvertible {
    public init() {}
    public var description: String { "the process was stopped" }
}
