public import Hardware
public import Plans

/// A machine as a candidate for a server.
public struct Host: Sendable, Hashable, Codable {
    public enum Availability: Sendable, Hashable, Codable {
        case available
        /// Cannot take a server, with the reason in words that follow a number: `in use`,
        /// `in maintenance`, `in state clean failed`.
        case unavailable(String)
    }

    public let id: HostID
    public let properties: HostProperties
    public let availability: Availability
    /// Where it stands; nil if nobody knows.
    public let rack: RackName?
    /// The role of the server it carries already, which counts when its role is spread over racks.
    public let occupant: RoleName?

    public init(
        id: HostID,
        properties: HostProperties,
        availability: Availability,
        rack: RackName? = nil,
        occupant: RoleName? = nil
    ) {
        self.id = id
        self.properties = properties
        self.availability = availability
        self.rack = rack
        self.occupant = occupant
    }
}
