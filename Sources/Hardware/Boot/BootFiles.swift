/// What a machine loads over the network to start a ramdisk, and what the ramdisk is told.
public struct BootFiles: Sendable, Hashable, Codable {
    public let kernel: ImageReference
    public let ramdisk: ImageReference
    /// The kernel's command line. Keys are Ironic's: `ipa-api-url` and so on.
    public let arguments: [String: String]

    public init(kernel: ImageReference, ramdisk: ImageReference, arguments: [String: String]) {
        self.kernel = kernel
        self.ramdisk = ramdisk
        self.arguments = arguments
    }
}
