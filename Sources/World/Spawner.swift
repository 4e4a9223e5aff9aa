/// Starts the concurrent parts of a process.
///
/// This is the only way above a world to start work that outlives its caller. What is started ends
/// with the process: its waits throw, and its later acts are not seen.
public protocol Spawner: Sendable {
    /// - Parameter name: what the work is called in the journal and in reports of who waits.
    func spawn(_ name: String, _ work: @escaping @Sendable () async -> Void)
}
