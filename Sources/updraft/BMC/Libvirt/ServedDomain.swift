import ArgumentParser

/// A virtual machine that is to have a controller: `NAME` or `NAME=PORT`.
struct ServedDomain: ExpressibleByArgument, Hashable {
    let name: String
    /// Nil for the next one.
    let port: UInt16?

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        // Names may have such a sign too.
        if parts.count > 1, let last = parts.last, let port = UInt16(last) {
            name = parts.dropLast().joined(separator: "=")
            self.port = port
        } else {
            name = argument
            port = nil
        }
        guard !name.isEmpty else { return nil }
    }
}
