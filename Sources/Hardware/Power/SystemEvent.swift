/// Something that a controller writes into its system event log.
public struct SystemEvent: Sendable, Hashable {
    /// What it is, for protocols that have numbers for it.
    public enum Kind: Sendable, Hashable {
        case powerOn
        case powerOff
        /// The supply was without current, and the controller with it.
        case powerSupplyLost
        /// A processor is so hot that it was slowed down.
        case throttled
        /// A processor was so hot that the machine was switched off.
        case thermalTrip
        case memoryError
        case driveFault
        case bootFailed
        case selfTestFailed
        case systemStopped
        case diagnosticInterrupt
        case controllerRestarted
        /// A sensor that shows this has come into another state.
        case threshold(SensorReading.Value, SensorState)
        /// Anything else.
        case other
        /// A record that somebody added over IPMI: 16 bytes, whose number and time are the log's.
        case record([UInt8])
    }

    public let kind: Kind
    public let severity: EventLogEntry.Severity
    public let message: String

    public init(_ kind: Kind, _ severity: EventLogEntry.Severity, _ message: String) {
        self.kind = kind
        self.severity = severity
        self.message = message
    }
}

extension SystemEventLog.Entry {
    /// As people read it.
    public var described: EventLogEntry {
        EventLogEntry(sinceEpoch: time, severity: event.severity, message: event.message)
    }
}
