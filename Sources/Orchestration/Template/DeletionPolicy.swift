/// What becomes of a resource when its stack does not have it any more.
public enum DeletionPolicy: String, Sendable, Hashable, Codable {
    case delete = "Delete"
    case retain = "Retain"
    case snapshot = "Snapshot"

    /// The words for it in a version of the language.
    init?(_ word: String, in version: TemplateVersion) {
        switch word {
        case "Delete": self = .delete
        case "Retain": self = .retain
        case "Snapshot": self = .snapshot
        case "delete" where version.dialect == .hot && version >= .hot20161014: self = .delete
        case "retain" where version.dialect == .hot && version >= .hot20161014: self = .retain
        case "snapshot" where version.dialect == .hot && version >= .hot20161014: self = .snapshot
        default: return nil
        }
    }
}
