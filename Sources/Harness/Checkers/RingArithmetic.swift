import BareMetal
import Hardware
import World

/// Who manages a node by a ring, by an arithmetic of its own: a mistake in the services' rings is
/// none that their judge shares.
///
/// Of a node's group those count that have its driver, and where there are none, those that are
/// there for what is left over. Each stands at ``points`` places, the digests of its name repeated
/// twice and more; the node's is the first place beyond its own digest (`tooz.hashring`, which
/// Ironic's conductors share out their nodes by).
struct RingArithmetic {
    private static let points = 32

    private let ring: ConductorRing
    /// Looked up only.
    private let places: [HostAddress: [UInt128]]

    init(_ ring: ConductorRing) {
        self.ring = ring
        places = Dictionary(uniqueKeysWithValues: ring.members.map { ($0.host, Self.places($0)) })
    }

    func manager(
        of uuid: Identifier, driver: DriverName, group: ConductorGroup
    ) -> ConductorMember? {
        let able = ring.members.filter { Self.has(driver, $0) }
        let own = able.filter { $0.scope == .group(group) }
        let candidates = own.isEmpty ? able.filter { $0.scope == .leftovers } : own
        guard candidates.count > 1 else { return candidates.first }
        let place = MD5(uuid.text.utf8).digest
        // Going round the ring from a place is counting up from it, past the largest number.
        return candidates.min { distance(from: place, to: $0) < distance(from: place, to: $1) }
    }

    private static func has(_ driver: DriverName, _ member: ConductorMember) -> Bool {
        switch member.drivers {
        case .all: true
        case .only(let drivers): drivers.contains(driver)
        }
    }

    /// The way round from a node's place to the next of a host's.
    private func distance(from place: UInt128, to member: ConductorMember) -> UInt128 {
        // The place itself is not beyond itself, but a whole round away.
        places[member.host, default: []].map { $0 &- place &- 1 }.min() ?? .max
    }

    private static func places(_ member: ConductorMember) -> [UInt128] {
        (0..<points).map { number in
            MD5(String(repeating: member.host.text, count: number + 2).utf8).digest
        }
    }
}
