public import Hardware

/// An image that is on a disk before the run begins, such as the stick a seed is carried in on.
public struct InstalledImage: Sendable, Hashable {
    /// The disk, by the kernel's name.
    public let disk: String
    public let image: ImageReference

    public init(_ image: ImageReference, on disk: String) {
        self.disk = disk
        self.image = image
    }
}
