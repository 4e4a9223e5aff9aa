/// Where an operation on a resource waits for somebody to let it go on.
public enum Hook: String, Sendable, Hashable, Codable, CaseIterable {
    case preCreate = "pre-create"
    case preUpdate = "pre-update"
    case preDelete = "pre-delete"
    case postCreate = "post-create"
    case postUpdate = "post-update"
    case postDelete = "post-delete"
}
