import Hardware
import World

/// Which replicas are alive, as far as one of them has seen by its own clock.
struct MemberWatch {
    private struct Sight {
        let count: Int
        let since: Instant
    }

    private var sights: [HostAddress: Sight] = [:]

    /// - Returns: the members whose beat changed not long ago, in order of host. A member seen for
    ///   the first time counts as alive.
    mutating func alive(among members: [Member], now: Instant) -> [HostAddress] {
        members.compactMap { member in
            if sights[member.host]?.count != member.count {
                sights[member.host] = Sight(count: member.count, since: now)
            }
            guard let sight = sights[member.host] else { return nil }
            return now - sight.since < LeaseLimits.memberSilence ? member.host : nil
        }
    }
}
