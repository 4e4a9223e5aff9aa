/// What a stack's update may not do to a resource.
public enum RestrictedAction: String, Sendable, Hashable, CaseIterable {
    case update, replace
}
