/// What tells one machine from another in facts.
public enum MachineNaming: String, Sendable, Hashable, CaseIterable {
    /// The product's serial number, as the reference does outside ramp-up runs.
    case serial
    /// The product's UUID.
    case uuid
    /// The name of the document it was read from.
    case document
}
