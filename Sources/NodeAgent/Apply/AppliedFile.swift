/// A file that a template made, before it is written.
struct AppliedFile: Sendable, Hashable {
    /// Below the templates' root, and so below the output's.
    let path: String
    let body: [UInt8]
    let control: ControlFile
}
