import Hardware
public import World

/// What a stack was made of at some moment, to go back to.
public struct StackSnapshot: StoredDocument, Hashable {
    public static let kind: DocumentKind = "stack-snapshot"
    public static let version = 1

    public let id: String
    public let stack: String
    public let name: String
    public var status = WorkStatus.inProgress
    public let source: StackSource
    public let takenAt: WallTime
}
