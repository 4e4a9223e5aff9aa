/// When the operator switches the seed off.
public enum SeedShutdown: Sendable, Hashable {
    case afterPivot(Duration)
    case never

    /// The seed is made to go: a scenario that says nothing switches it off soon.
    public static let usual = SeedShutdown.afterPivot(.seconds(300))
}
