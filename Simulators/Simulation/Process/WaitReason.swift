/// What a task waits for, in words for whoever has to find out why nothing moves.
public struct WaitReason: Sendable, CustomStringConvertible {
    let verb: StaticString
    let object: String

    /// - Parameters:
    ///   - verb: the sort of wait, such as `"sleeps"` or `"waits for a reply from"`.
    ///   - object: for what or for whom.
    public init(_ verb: StaticString, _ object: String = "") {
        self.verb = verb
        self.object = object
    }

    public var description: String { object.isEmpty ? "\(verb)" : "\(verb) \(object)" }
}
