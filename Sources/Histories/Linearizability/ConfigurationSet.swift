/// Ways in which a register may have come to be as it is, less those that another one stands for.
struct ConfigurationSet {
    /// Among so many, each is compared with all others; beyond, only what is equal is dropped.
    private static let comparisons = 256

    private(set) var members: [Configuration] = []
    private var known: Set<Configuration> = []
    /// Slots of operations that change nothing.
    private let pure: UInt64

    init(pure: UInt64) { self.pure = pure }

    /// - Returns: whether it was neither there nor stood for by another.
    @discardableResult
    mutating func insert(_ configuration: Configuration) -> Bool {
        guard known.insert(configuration).inserted else { return false }
        if members.count <= Self.comparisons {
            for member in members where member.dominates(configuration, pure: pure) {
                return false
            }
            members.removeAll { configuration.dominates($0, pure: pure) }
        }
        members.append(configuration)
        return true
    }
}
