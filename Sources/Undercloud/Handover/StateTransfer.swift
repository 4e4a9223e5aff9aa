public import World

/// "Take over everything I have": the seed to a control node of the undercloud.
///
/// It may be asked again; a state that was taken over is not taken over twice.
public struct StateTransfer: NetworkRequest {
    public static let name = "state-transfer"

    public let archive: StoreArchive
    public let checksum: String

    public init(archive: StoreArchive) {
        self.init(archive: archive, checksum: archive.checksum)
    }

    /// As it arrives: the archive may not be the one that the checksum is of.
    init(archive: StoreArchive, checksum: String) {
        self.archive = archive
        self.checksum = checksum
    }

    /// What was taken over, now or at an earlier time.
    public typealias Reply = Handover
}
