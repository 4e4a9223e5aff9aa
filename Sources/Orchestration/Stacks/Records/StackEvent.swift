import Hardware
public import World

/// Something that happened to a stack or one of its resources, for those who follow it.
public struct StackEvent: StoredDocument, Hashable {
    public static let kind: DocumentKind = "stack-event"
    public static let version = 1

    /// The stack's id and the event's number, which is padded so that ids sort.
    public let id: String
    public let stack: String
    public let at: WallTime
    /// The resource's name, or the stack's.
    public let resource: String
    public let type: String
    public let physicalID: String?
    public let action: String
    public let status: String
    public let reason: String

    static func id(stack: String, number: Int) -> String {
        let digits = String(number)
        return "\(stack)/" + String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }
}
