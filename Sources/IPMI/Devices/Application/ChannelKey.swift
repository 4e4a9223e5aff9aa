/// A key of the channel's own; nil while nobody has set it.
struct ChannelKey: Sendable {
    var secret: Secret?
    /// Whether it can be neither read nor set any more.
    var isLocked = false
}
