/// In which order the keys of maps are written.
public enum KeyOrder: Sendable, Hashable {
    case asWritten, sorted
}
