/// One fault as it really came, or did not.
public struct FaultRecord: Sendable, Hashable, Codable {
    public let fault: String
    /// Where its scenario says it.
    public let line: Int
    public internal(set) var victims: [String] = []
    /// Nil where it never came.
    public internal(set) var began: TimeSpan?
    /// Nil where it lasts for good, or the run ended first.
    public internal(set) var ended: TimeSpan?
    /// Why it never came.
    public internal(set) var absence: String?

    init(fault: String, line: Int) {
        self.fault = fault
        self.line = line
    }

    private enum CodingKeys: String, CodingKey {
        case fault, line, victims, absence
        case began = "beganSeconds"
        case ended = "endedSeconds"
    }
}
