import Hardware

/// One machine behind a service, with what the service remembers of it.
///
/// It is a system, the chassis it sits in and the controller that manages it; all three have its
/// identifier.
public struct RedfishSystem<Host: RedfishHost> {
    /// As it stands in addresses: a letter, digit, or one of `-._~`, one time or more.
    public let id: String
    public let name: String
    /// A UUID, different for each machine.
    public let uuid: String
    public var host: Host

    var assetTag = ""
    /// How the last boot override was spelled; the host knows only its kind.
    var boot: BootSpelling?
    var media: InsertedMedia?
    var secureBoot = SecureBootState()

    public init(id: String, name: String, uuid: String, host: Host) {
        self.id = id
        self.name = name
        self.uuid = uuid
        self.host = host
    }
}

extension RedfishSystem: Sendable where Host: Sendable {}
