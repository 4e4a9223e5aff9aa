/// What becomes of a parameter that several environment files give.
public enum MergeStrategy: String, Sendable, Hashable, CaseIterable {
    /// The last file holds.
    case overwrite
    /// Maps are merged by key, lists and texts are put one after another, numbers are added.
    case merge
    /// As ``merge``, within maps too.
    case deepMerge = "deep_merge"
}
