import Hardware

/// One disk behind a controller, and how it is.
struct RAIDMember: Sendable, Hashable {
    enum Health: Sendable, Hashable {
        case healthy
        case failed
        /// It was put into the place of a failed one and does not hold everything yet.
        case rebuilding
    }

    let disk: RAIDDisk
    var health = Health.healthy

    /// As the controller tells it.
    var told: RAIDDisk {
        RAIDDisk(
            name: disk.name, controller: disk.controller, size: disk.size, medium: disk.medium,
            attachment: disk.attachment, isHealthy: health != .failed)
    }
}
