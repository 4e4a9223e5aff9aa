import Hardware
import NodeAgent
import World

/// A ramdisk's hardware that does something else than it says: ``CloudBug/agentTrustsDownload``
/// and ``CloudBug/agentPicksWrongDisk``.
struct CarelessHardware: HardwareAccess {
    let hardware: any HardwareAccess
    let bug: CloudBug

    func facts() async throws(HardwareAccessError) -> MachineFacts { try await hardware.facts() }

    func write(
        _ image: ImageReference, from server: HostAddress, to disk: DiskFacts
    ) async throws(HardwareAccessError) -> ImageDigest {
        let target = bug == .agentPicksWrongDisk ? try await another(than: disk) : disk
        let written = try await hardware.write(image, from: server, to: target)
        return bug == .agentTrustsDownload ? image.digest : written
    }

    func readBack(
        _ image: ImageReference, from disk: DiskFacts
    ) async throws(HardwareAccessError) -> ImageDigest {
        let target = bug == .agentPicksWrongDisk ? try await another(than: disk) : disk
        let found = try await hardware.readBack(image, from: target)
        return bug == .agentTrustsDownload ? image.digest : found
    }

    func holdsSignatures(_ disk: DiskFacts) async throws(HardwareAccessError) -> Bool {
        try await hardware.holdsSignatures(disk)
    }

    func eraseMetadata(of disk: DiskFacts) async throws(HardwareAccessError) {
        try await hardware.eraseMetadata(of: disk)
    }

    func admitRescuer(with password: RescuePassword) async throws(HardwareAccessError) {
        try await hardware.admitRescuer(with: password)
    }

    private func another(than disk: DiskFacts) async throws(HardwareAccessError) -> DiskFacts {
        try await facts().disks.first { $0 != disk } ?? disk
    }
}
