/// The part of a controller that tells how the machine is.
public protocol HealthReporting: Sendable {
    /// The sensors' last readings; they may be stale.
    func sensors() async throws(BMCError) -> [SensorReading]

    /// The system event log, oldest first.
    func eventLog() async throws(BMCError) -> [EventLogEntry]

    func clearEventLog() async throws(BMCError)
}
