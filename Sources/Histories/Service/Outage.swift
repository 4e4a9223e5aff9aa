/// A time in which no request was served while some were refused or got no answer.
public struct Outage: Sendable, Hashable {
    /// When the last request was served before it; the beginning of the record if none was.
    public let from: Duration
    /// When the next one was; `nil` if none was.
    public let until: Duration?
    /// Requests that were not served in it.
    public let failures: Int

    public func length(at end: Duration) -> Duration { (until ?? end) - from }
}
