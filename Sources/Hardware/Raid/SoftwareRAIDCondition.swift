/// A volume of software RAID that is not whole, as an installed system's monitor tells it.
public struct SoftwareRAIDCondition: Sendable, Hashable, Codable {
    public enum State: String, Sendable, Hashable, Codable {
        /// A disk is missing (mdadm's `DegradedArray`).
        case degraded
        /// A disk that is there again, or another one, is being filled (`RebuildStarted`).
        case recovering
    }

    public let volume: RAIDVolumeName
    public let state: State

    public init(volume: RAIDVolumeName, _ state: State) {
        self.volume = volume
        self.state = state
    }
}

extension SoftwareRAIDCondition: CustomStringConvertible {
    public var description: String { "RAID volume \(volume) is \(state.rawValue)" }
}
