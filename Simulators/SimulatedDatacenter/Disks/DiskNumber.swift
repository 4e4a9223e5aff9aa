/// Tells a machine's disks apart, whatever a kernel calls them.
struct DiskNumber: Sendable, Hashable {
    let value: Int
}
