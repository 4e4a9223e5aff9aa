/// Whether a machine's main board is powered, as its controller tells it.
public enum PowerState: String, Sendable, Hashable, Codable, CaseIterable {
    case on, off
}
