/// Bounds on XML that is read.
enum XMLLimits {
    /// Elements within elements; libvirt's own need about ten.
    static let depth = 128
    /// Bytes of a text (libvirt's own messages end at 32 MiB).
    static let size = 32 << 20
}
