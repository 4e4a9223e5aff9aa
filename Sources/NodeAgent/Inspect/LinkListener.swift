/// Hears what switches say of themselves on a machine's links. A real machine conforms.
public protocol LinkListener: Sendable {
    /// The first LLDP frame on each interface, whole with its Ethernet header, by the interface's
    /// name; interfaces that heard none in time are left out.
    ///
    /// - Throws: where the machine may not listen, or once the work is stopped.
    func lldpFrames(
        on interfaces: [String], within limit: Duration
    ) async throws(NodeSystemError) -> [String: [UInt8]]
}
