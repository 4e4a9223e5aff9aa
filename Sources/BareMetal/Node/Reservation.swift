public import World

/// A lock on a node (Ironic's `reservation`).
///
/// It names the term in which its holder was allowed to act. A holder of an earlier term is dead
/// or deposed, so its lock may be broken.
public struct Reservation: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Who holds it, unique within a term: host, work and a serial number.
    public let holder: String
    public let term: Term

    public init(holder: String, term: Term) {
        self.holder = holder
        self.term = term
    }

    init(by host: HostAddress, for purpose: LockPurpose, number: Int, in term: Term) {
        self.init(holder: "\(host)/\(purpose)#\(number)", term: term)
    }

    /// Whether its holder works on this host.
    public func isHeld(on host: HostAddress) -> Bool {
        let (name, holder) = (host.text.utf8, holder.utf8)
        return holder.starts(with: name) && holder.dropFirst(name.count).first == UInt8(ascii: "/")
    }

    /// Whether this is what it was taken for.
    public func isFor(_ purpose: LockPurpose) -> Bool {
        let (holder, purpose) = (holder.utf8, purpose.text.utf8)
        guard let slash = holder.firstIndex(of: UInt8(ascii: "/")) else { return false }
        let work = holder[slash...].dropFirst()
        return work.starts(with: purpose)
            && work.dropFirst(purpose.count).first == UInt8(ascii: "#")
    }

    /// The change of power that it was taken for; nil for anything else.
    public var powerRequest: PowerRequest? {
        PowerRequest.allCases.first { isFor(LockPurpose($0)) }
    }

    public var description: String { "\(holder) in \(term)" }
}
