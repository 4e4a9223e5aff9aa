public import Hardware

/// What an operator allows where a disk cannot be erased as it should.
public struct ErasureRules: Sendable, Hashable, Codable {
    /// What is done about a disk that takes no writes.
    public enum ReadOnly: String, Sendable, Hashable, Codable {
        /// The erasure fails (Ironic's default).
        case fails
        /// It is left as it is (`agent_erase_skip_read_only`).
        case isSkipped
    }

    /// What follows a secure erase that failed.
    public enum FailedSecureErase: String, Sendable, Hashable, Codable {
        /// The erasure fails (Ironic's default).
        case fails
        /// The disk is overwritten (`agent_continue_if_secure_erase_failed`).
        case isOverwritten
    }

    /// Whether disks are told to erase themselves where they can.
    public enum Permission: String, Sendable, Hashable, Codable {
        case enabled
        case disabled
    }

    public var readOnly: ReadOnly
    /// What is not erased at all; nil for nothing.
    public var skipped: SkippedDevices?
    public var failedSecureErase: FailedSecureErase
    /// `agent_enable_ata_secure_erase`.
    public var ataSecureErase = Permission.enabled
    /// `agent_enable_nvme_secure_erase`.
    public var nvmeSecureErase = Permission.enabled

    public init(
        readOnly: ReadOnly = .fails, failedSecureErase: FailedSecureErase = .fails
    ) {
        self.readOnly = readOnly
        self.failedSecureErase = failedSecureErase
    }
}
