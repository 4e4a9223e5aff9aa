/// What a machine's identify light does (Ironic's indicator states).
public enum IndicatorState: String, Sendable, Hashable, Codable, CaseIterable {
    case on, off, blinking
}
