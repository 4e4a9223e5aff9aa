public import Hardware

/// What is on an ephemeral partition.
public struct EphemeralContents: Sendable, Hashable {
    public let format: String
    /// The checksum of what systems have written to it; nil where it is as it was formatted.
    public var data: ImageDigest?
    /// What they have written, file by file.
    var files = FileFolder()

    init(format: String, data: ImageDigest?) {
        self.format = format
        self.data = data
    }
}
