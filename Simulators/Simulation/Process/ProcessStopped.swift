/// The process was killed, or the task cancelled. Nothing it does from here on is seen.
public struct ProcessStopped: Error, Hashable {
    public init() {}
}
