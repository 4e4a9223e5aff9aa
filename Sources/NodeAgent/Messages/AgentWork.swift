public import Hardware
public import World

/// What an agent can be told to do.
public enum AgentWork: Codable, Sendable, Hashable {
    /// Wipes partition tables and file-system signatures of every disk.
    case eraseDevicesMetadata
    /// Writes a whole-disk image over the root device and checks what arrived.
    case writeImage(ImageReference, from: HostAddress, onto: RootDeviceHints?)
    /// Lets somebody with this password in (ironic-python-agent's `finalize_rescue`).
    case finalizeRescue(RescuePassword)
}
