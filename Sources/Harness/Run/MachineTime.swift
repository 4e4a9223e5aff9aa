/// Where one machine's time went.
public struct MachineTime: Sendable, Hashable, Codable {
    public let node: String
    public let inspecting: TimeSpan
    public let cleaning: TimeSpan
    public let deploying: TimeSpan

    public var total: TimeSpan {
        TimeSpan(inspecting.duration + cleaning.duration + deploying.duration)
    }
}
