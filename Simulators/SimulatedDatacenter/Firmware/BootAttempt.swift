/// How the firmware's try at one boot device ended.
enum BootAttempt: Sendable, Hashable {
    case started
    /// There was nothing to start; the next device is tried.
    case nothing(reason: String)
    /// What was started got stuck; nobody tries the next device.
    case hung(reason: String)
}
