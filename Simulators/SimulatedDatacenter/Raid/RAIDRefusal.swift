import Hardware

/// Why a controller does not build a volume.
struct RAIDRefusal: Error, Hashable, CustomStringConvertible {
    let description: String

    /// The same request fails again while the disks are as they are.
    var isTransient: Bool { false }

    init(_ description: String) { self.description = description }
}
