import Hardware
import World

/// What a change of volumes makes of a node's record (Ironic's `update_raid_info`). Pure.
struct RAIDRecord: Sendable {
    static let levelCapability = "raid_level"

    let volumes: [RAIDVolume]
    /// The volume that instances go to; nil where the configuration names none.
    let root: RAIDVolume?
    let seen: WallTime

    func write(on node: inout Node) {
        let old = node.raid?.volumes ?? []
        var raid = node.raid ?? NodeRAID()
        raid.volumes = volumes
        raid.software = nil
        raid.updated = seen
        node.raid = raid
        forget(old, on: &node)
        guard let root else { return }
        node.rootDevice = Self.hint(root)
        node.properties.localDisk = .gibibytes(root.size.gibibytes)
        node.properties.capabilities[Self.levelCapability] = root.level.rawValue
    }

    /// A hint that names a volume which is gone would fit no disk any more.
    private func forget(_ old: [RAIDVolume], on node: inout Node) {
        let gone = old.filter { volume in !volumes.contains { $0.wwn == volume.wwn } }
        guard let hints = node.rootDevice, gone.contains(where: { Self.hint($0) == hints }) else {
            return
        }
        node.rootDevice = nil
        node.properties.capabilities[Self.levelCapability] = nil
    }

    static func hint(_ volume: RAIDVolume) -> RootDeviceHints? {
        try? RootDeviceHints(["wwn": "s== \(volume.wwn)"])
    }
}
