import OrderedCollections
import World

/// Which hosts keep a copy of a store, and which of those that went down could bring it back.
struct StoreMembership: Sendable {
    /// Names one attempt to join, so that the end of an abandoned one is told from the next.
    typealias Attempt = Int

    /// What a host that asks to join has to do.
    enum Step: Sendable {
        /// Nothing: it is a member, or becomes one already.
        case none
        /// Become the first member of a store that nobody has held before.
        case found
        /// Copy everything from the members.
        case copy(Attempt)
        /// Read its own disk: it holds all that was durable when the last member went down.
        case recover(Attempt)
        /// Wait for another: its own disk holds all of it too, and not as it was written.
        case awaitAnother
    }

    /// In the order they joined.
    private(set) var live: OrderedSet<HostAddress> = []
    /// Hosts on their way to be members. Nil while they wait for a member to copy from.
    private var joining: OrderedDictionary<HostAddress, Attempt?> = [:]
    /// How much is on the disk of each host that went down as a member.
    private var copies: OrderedDictionary<HostAddress, Revision> = [:]
    /// Hosts whose copy does not match its checksums.
    private(set) var damaged: OrderedSet<HostAddress> = []
    private var hasBeenFounded = false
    private var attempts: Attempt = 0

    var isUp: Bool { !live.isEmpty }

    mutating func join(_ host: HostAddress, durable: Revision) -> Step {
        if live.contains(host) || joining[host] != nil { return .none }
        guard hasBeenFounded else {
            hasBeenFounded = true
            live.append(host)
            return .found
        }
        let isLastCopy = !isUp && copies[host] == durable
        guard isUp || (isLastCopy && !damaged.contains(host)) else {
            joining.updateValue(nil, forKey: host)
            return isLastCopy ? .awaitAnother : .none
        }
        return isLastCopy ? .recover(begin(host)) : .copy(begin(host))
    }

    /// - Returns: whether this attempt was still under way. The host is a member then.
    mutating func finish(_ attempt: Attempt, of host: HostAddress) -> Bool {
        guard joining[host] == .some(attempt) else { return false }
        joining[host] = nil
        copies[host] = nil
        // It has copied everything anew; a copy that was damaged brings no store back.
        damaged.remove(host)
        live.append(host)
        return true
    }

    /// Hosts that asked while there was nobody to copy from, or that meant to read their own disk.
    mutating func takeWaiting() -> [HostAddress] {
        let hosts = Array(joining.keys)
        joining = [:]
        return hosts
    }

    /// The host lost power.
    ///
    /// - Returns: whether it was a member.
    mutating func lose(_ host: HostAddress, durable: Revision) -> Bool {
        if joining.removeValue(forKey: host) != nil, isUp {
            // A copy under way has already overwritten what was there before.
            copies[host] = nil
        }
        guard live.remove(host) != nil else { return false }
        copies[host] = durable
        if !isUp { abandonCopying() }
        return true
    }

    /// What was on the host's disk is no longer there.
    mutating func erase(_ host: HostAddress) {
        copies[host] = nil
        damaged.remove(host)
        joining[host] = nil
    }

    /// A block of what is on the host's disk changed.
    ///
    /// - Returns: whether the host had a copy.
    mutating func damage(_ host: HostAddress) -> Bool {
        guard live.contains(host) || copies[host] != nil else { return false }
        return damaged.append(host).inserted
    }

    private mutating func begin(_ host: HostAddress) -> Attempt {
        attempts += 1
        joining.updateValue(attempts, forKey: host)
        return attempts
    }

    /// With nobody left to copy from, those who were copying wait, with nothing of use on disk.
    private mutating func abandonCopying() {
        for host in Array(joining.keys) {
            copies[host] = nil
            joining.updateValue(nil, forKey: host)
        }
    }
}
