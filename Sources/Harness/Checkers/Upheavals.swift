import BareMetal
import Undercloud
import World

/// When who acts last changed, or a store came back: what was under way then may have been lost
/// with whoever was at it.
struct Upheavals {
    /// A store that carries nothing out for longer is away; every leader shows signs of life more
    /// often.
    private static let storeSilence: Duration = .seconds(30)

    private let kinds: [DocumentKind]
    private(set) var last = Instant.epoch
    private var lastCommit = Instant.epoch

    /// - Parameter registrations: whether a conductor that comes or goes counts before the ring
    ///   follows.
    init(_ registrations: Registrations = .ignored) {
        let registration = registrations == .count ? [ConductorRegistration.kind] : []
        kinds = [Leadership.kind, ConductorRing.kind] + registration
    }

    enum Registrations { case count, ignored }

    mutating func note(_ commit: StoreCommit) {
        if commit.cause == .recovery || commit.at - lastCommit > Self.storeSilence
            || kinds.contains(where: commit.touches)
        {
            last = commit.at
        }
        lastCommit = commit.at
    }
}
