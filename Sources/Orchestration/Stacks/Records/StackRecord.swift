import Hardware
public import World

/// One stack as it is kept: what is to be done to it, and how far that is.
public struct StackRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "stack"
    public static let version = 1

    /// The resource of another stack that a stack is.
    public struct Parent: Sendable, Hashable, Codable {
        public let stack: String
        /// The name of the resource's record.
        public let record: String
        public let resource: String
    }

    /// Whether a failure takes the stack back to what it was.
    public enum Rollback: String, Sendable, Hashable, Codable, CaseIterable {
        case disabled, enabled
    }

    public let id: String
    public var name: String
    public var project: String
    public var parent: Parent?
    /// How many stacks it lies in.
    public var depth = 0
    /// The name of what it is made of, a ``StackSource``.
    public var source: String
    /// What it was made of before the present action, to go back to.
    public var previousSource: String?

    public var action: StackAction
    public var status = WorkStatus.inProgress
    public var reason = ""
    /// Counts what was asked of the stack. Whoever works for an older one stops.
    public var traversal = 1
    /// The traversal whose first event was written.
    public var begun = 0
    /// The number of its newest event before the present action began.
    public var events = 0
    /// The stack's resources are let go of, not deleted.
    public var isAbandoned = false

    public var rollback = Rollback.disabled
    /// In minutes; nil for the engine's own.
    public var timeout: Int?
    /// When the present action has taken too long, on the engine's clock.
    public var deadline: Instant?
    public var tags: [String] = []

    public var createdAt: WallTime
    public var updatedAt: WallTime?
    public var deletedAt: WallTime?
    /// Of the snapshot that is being taken or restored.
    public var snapshot: String?
}

extension StackRecord {
    /// As Heat writes it: `CREATE_COMPLETE`.
    public var state: String { "\(action.rawValue)_\(status.rawValue)" }

    /// Something new is asked of the stack; whoever works for what was asked before stops.
    mutating func begin(_ action: StackAction, at time: WallTime) {
        self.action = action
        status = .inProgress
        reason = "Stack \(action.rawValue) started"
        traversal += 1
        deadline = nil
        if action != .create { updatedAt = time }
    }

    var isGone: Bool { action == .delete && status == .complete }
}

extension StackRecord {
    /// As `OS::stack_id` and Heat's interface name the stack.
    public var arn: String { id }
}
