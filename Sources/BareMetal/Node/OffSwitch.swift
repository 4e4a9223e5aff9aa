/// Whether a machine may be switched off.
public enum OffSwitch: String, Sendable, Hashable, Codable {
    case usable
    /// The machine shares its power with something else, as a DPU does with its host; it is
    /// restarted where others are switched off.
    case disabled
}
