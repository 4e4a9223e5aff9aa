/// What becomes of software RAID where all of it is removed but some volumes
/// (ironic-python-agent's handling of `skip_block_devices`). Pure.
public struct SoftwareRAIDFates: Sendable, Hashable {
    public enum Fate: Sendable, Hashable {
        /// Its data and its superblocks go.
        case deleted
        /// Its data go; it stays, since its disks' tables do.
        case wiped(beside: RAIDVolumeName)
        /// It is none of those that stay, and stays all the same.
        case spared(beside: RAIDVolumeName)
        case kept
    }

    /// What the agent calls the volume that the machine starts from in UEFI mode. One beside a
    /// volume that is kept is kept too: the system there would not start without it.
    public static let systemPartition: RAIDVolumeName = "esp"

    private let fates: [String: Fate]

    /// - Parameter kept: the names of the volumes that stay.
    public init(_ devices: [SoftwareRAIDDevice], keeping kept: [RAIDVolumeName]) {
        let staying = devices.filter { kept.contains($0.volume) }
        var fates: [String: Fate] = [:]
        for device in devices {
            guard !kept.contains(device.volume) else {
                fates[device.name] = .kept
                continue
            }
            let neighbour = staying.first { !Set($0.holders).isDisjoint(with: device.holders) }
            guard let neighbour else {
                fates[device.name] = .deleted
                continue
            }
            fates[device.name] =
                device.volume == Self.systemPartition
                ? .spared(beside: neighbour.volume) : .wiped(beside: neighbour.volume)
        }
        self.fates = fates
    }

    /// What becomes of a device, by its name; nil for one that was not there.
    public subscript(device: String) -> Fate? { fates[device] }
}
