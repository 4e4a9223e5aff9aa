/// Which side gives way where a machine's power differs from its record.
public enum PowerSyncPolicy: String, Sendable, Hashable, Codable, CaseIterable {
    /// The record follows the machine: a cluster manager may have fenced it (TripleO's
    /// `force_power_state_during_sync = false`).
    case recordFollows = "record-follows"
    /// The machine is switched to what is recorded (Ironic's default).
    case machineFollows = "machine-follows"
}
