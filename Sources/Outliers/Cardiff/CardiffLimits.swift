/// How far, in hundredths of the mean, a group's figures may deviate. From the reference.
public struct CardiffLimits: Sendable, Hashable {
    /// Up to here nobody is looked for.
    public let minimum: Double
    /// Beyond it the whole group is called unstable.
    public let maximum: Double

    static let cpu = CardiffLimits(minimum: 2, maximum: 7)
    static let cpuEfficiency = CardiffLimits(minimum: 1, maximum: 2)
    static let memory = CardiffLimits(minimum: 1, maximum: 7)
    static let memoryEfficiency = CardiffLimits(minimum: 2, maximum: 10)
    static let sequentialDisk = CardiffLimits(minimum: 2, maximum: 10)
    static let randomDisk = CardiffLimits(minimum: 5, maximum: 15)
    static let network = CardiffLimits(minimum: 2, maximum: 15)

    /// By the name of a disk's benchmark.
    static func disk(_ mode: String) -> CardiffLimits {
        mode.contains("rand") ? randomDisk : sequentialDisk
    }
}
