/// Where one machine's time went.
public struct MachineTime: Sendable, Hashable, Codable {
    public let node: String
    public let inspecting: TimeSpan
    public let cleaning: TimeSpan
    public let deploying: TimeSpan

    private enum CodingKeys: String, CodingKey {
        case node
        case inspecting = "inspectingSeconds"
        case cleaning = "cleaningSeconds"
        case deploying = "deployingSeconds"
    }

    public var total: TimeSpan {
        TimeSpan(inspecting.duration + cleaning.duration + deploying.duration)
    }
}
