public import Hardware
public import World

/// What an agent can be told to do.
public enum AgentWork: Codable, Sendable, Hashable {
    /// Wipes partition tables and file-system signatures of every disk.
    case eraseDevicesMetadata(sparing: SkippedDevices? = nil)
    /// Erases every byte of every disk.
    case eraseDevices(ErasureRules)
    /// Erases what can be erased fast: NVMe disks securely, the metadata of all others.
    case eraseDevicesExpress(ErasureRules = ErasureRules())
    /// Builds volumes of software RAID on disks that hold nothing.
    case createSoftwareRAID(SoftwareRAIDOrder)
    /// Removes all software RAID but what is to be left alone.
    case deleteSoftwareRAID(sparing: SkippedDevices? = nil)
    /// Switches the machine off from inside.
    case powerOff
    /// Writes a whole-disk image over the root device and checks what arrived. It comes from the
    /// first server that gives it whole; a download that breaks off begins anew from the next.
    case writeImage(ImageReference, from: [HostAddress], onto: RootDeviceChoice)
    /// Divides the root device and writes an image over its root partition.
    case writePartitions(PartitionWrite)
    /// Lets somebody with this password in (ironic-python-agent's `finalize_rescue`).
    case finalizeRescue(RescuePassword)
}
