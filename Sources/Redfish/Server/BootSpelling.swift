/// A boot override in Redfish's words, which tell more than the machine is told.
struct BootSpelling: Sendable, Hashable {
    var target: BootTarget
    /// The device path for ``BootTarget/uefiTarget``.
    var uefiTarget: String?
    /// The address for ``BootTarget/uefiHttp``.
    var httpURI: String?
}
