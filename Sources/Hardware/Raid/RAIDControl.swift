/// The part of a controller that builds and removes RAID volumes, whatever runs on the machine.
///
/// A machine's ``BMC`` conforms to it where the machine has a RAID controller that it can drive. A
/// call that returns was accepted. Volumes come and go at once or with the next reset, as the
/// hardware likes: callers reset the machine, then look at ``raidInventory()``.
public protocol RAIDControl: Sendable {
    /// What there is now. Volumes that wait for a reset are not in it yet; removed ones still are.
    func raidInventory() async throws(BMCError) -> RAIDInventory

    /// Asks for a volume. What its disks held is lost with it.
    ///
    /// - Throws: ``BMCError/refused(_:)`` where its disks cannot carry it or its name is taken.
    func createVolume(_ request: RAIDVolumeRequest) async throws(BMCError)

    /// Asks for a volume to go, with all that is on it. One that is gone already is no error.
    func deleteVolume(_ name: RAIDVolumeName) async throws(BMCError)
}
