public import Hardware
public import World

/// The machine under an agent's hands (ironic-python-agent's hardware manager).
public protocol HardwareAccess: Sendable {
    func facts() async throws(HardwareAccessError) -> MachineFacts

    /// Fetches an image and writes it over a whole disk, as it comes in.
    ///
    /// - Returns: the digest of what was written, which may not be what was asked for.
    func write(
        _ image: ImageReference, from server: HostAddress, to disk: DiskFacts
    ) async throws(HardwareAccessError) -> ImageDigest

    /// Wipes the partition table and signatures of one disk.
    func eraseMetadata(of disk: DiskFacts) async throws(HardwareAccessError)

    /// Gives the ramdisk's own system a password to log in with.
    func admitRescuer(with password: RescuePassword) async throws(HardwareAccessError)
}
