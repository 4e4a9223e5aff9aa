public import Hardware

/// The kernel and ramdisk that carry the deployment agent.
public struct RamdiskImages: Sendable, Hashable {
    public let kernel: ImageReference
    public let ramdisk: ImageReference

    public init(kernel: ImageReference, ramdisk: ImageReference) {
        self.kernel = kernel
        self.ramdisk = ramdisk
    }
}
