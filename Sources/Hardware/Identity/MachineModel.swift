/// What kind of machine one is, where that matters to how fast it starts and how it fails.
public enum MachineModel: String, Sendable, Hashable, Codable, CaseIterable {
    /// An ordinary two-socket server.
    case standard
    /// A recent server of one rack unit: starts quickly, draws much.
    case compute1U = "compute-1u"
    /// A server with many spinning disks: a long self test, slow disks, a heavy load on its feeds.
    case storageNode = "storage-node"
    /// A blade in a chassis whose controllers answer slowly, fill their event log and sometimes
    /// hang in the self test. It stays off when its power comes back.
    case oldBlade = "old-blade"
}
