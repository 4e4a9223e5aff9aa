import BareMetal
import Hardware
import Plans
import World

extension FaultReader {
    private static let selectors = ["machine", "rack", "role", "feed", "pdu", "switch"]

    func target(_ fault: InputMapping) -> FaultTarget? {
        let shape =
            "seed, leader, any, subject, conductor, or a mapping with machine, rack, role, feed, "
            + "pdu or switch"
        guard let cursor = fault.required("where", expected: shape) else { return nil }
        if cursor.isMapping { return selected(cursor, shape) }
        switch cursor.plainText {
        case "seed"?: return .seed
        case "leader"?: return .leader
        case "conductor"?: return .conductor
        case "any"?: return .any
        case "subject"?: return .subject
        default:
            cursor.reportMismatch(expected: shape)
            return nil
        }
    }

    private func selected(_ cursor: InputCursor, _ shape: String) -> FaultTarget? {
        guard let selector = cursor.mapping(expected: shape) else { return nil }
        selector.reportUnknownKeys(known: Self.selectors)
        let entries = selector.entries.filter { Self.selectors.contains($0.key) }
        guard entries.count == 1, let entry = entries.first else {
            cursor.report(
                "found \(entries.count) selectors, expected one of "
                    + Self.selectors.joined(separator: ", ")
            )
            return nil
        }
        guard let name = entry.value.looseText(expected: "the name of a \(entry.key)") else {
            return nil
        }
        switch entry.key {
        case "machine": return machine(NodeName(name), entry.value)
        case "rack": return rack(name, entry.value)
        case "feed":
            return entry.value.knownName(name, "feed", among: places.feeds.map(\.text))
                .map { .feed(FeedName($0)) }
        case "pdu": return pdu(name, entry.value)
        case "switch":
            guard let racks = places.racks else { return .switch(SwitchName(name)) }
            return entry.value.knownName(
                name, "switch", among: racks.map(\.text) + [SwitchName.core.text]
            )
            .map { .switch(SwitchName($0)) }
        default: return role(name, entry.value)
        }
    }

    private func machine(_ name: NodeName, _ cursor: InputCursor) -> FaultTarget? {
        if let machines = places.machines, !machines.contains(name) {
            cursor.report("found no machine '\(name)', expected one of the scenario's machines")
            return nil
        }
        return .machine(name)
    }

    private func rack(_ name: String, _ cursor: InputCursor) -> FaultTarget? {
        guard let racks = places.racks else { return .rack(RackName(name)) }
        return cursor.knownName(name, "rack", among: racks.map(\.text))
            .map { .rack(RackName($0)) }
    }

    private func role(_ name: String, _ cursor: InputCursor) -> FaultTarget? {
        guard let roles = places.roles else { return .role(RoleName(name)) }
        return cursor.knownName(name, "role", among: roles.map(\.text))
            .map { .role(RoleName($0)) }
    }
}

extension FaultReader {
    private func pdu(_ name: String, _ cursor: InputCursor) -> FaultTarget? {
        guard let racks = places.racks else { return .pdu(PDUName(name)) }
        let known = racks.flatMap { rack in places.feeds.map { "\(rack)/\($0)" } }
        return cursor.knownName(name, "PDU", among: known).map { .pdu(PDUName($0)) }
    }

    /// What machines share does not stand where a machine, a role or a leader is, and machines are
    /// no part of a PDU's breaker.
    func check(_ kind: FaultKind, at target: FaultTarget, _ cursor: InputCursor?) {
        if case .hardware(let fault) = kind, let need = fault.need,
            !self.places.has(need, at: target)
        {
            cursor?.report("found \(kind.name) where no machine \(Self.lack(of: need))")
        }
        let places: String
        switch (kind, target) {
        case (.site, .any): return
        case (.site(.feedLoss), .feed): return
        case (.site(.feedLoss), _): places = "any or a feed"
        case (.site(.breakerTrip), .feed), (.site(.breakerTrip), .rack): return
        case (.site(.breakerTrip), .pdu): return
        case (.site(.breakerTrip), _): places = "any, a PDU, a rack or a feed"
        case (.site(.switchDead), .switch): return
        case (.site, .switch(.core)): places = "a rack's switch, or a rack"
        case (.site, .switch), (.site, .rack): return
        case (.site, _): places = "any, a switch or a rack"
        case (_, .pdu): places = "what a machine's fault befalls"
        default: return
        }
        cursor?.report("found a place that \(kind.name) does not befall, expected \(places)")
    }

    private static func lack(of need: FaultNeed) -> String {
        switch need {
        case .wire:
            "is managed over a wire, expected 'management: ipmi' or 'redfish' with some machines"
        case .raidController: "has a RAID controller, expected 'raid' with some machines"
        case .severalDisks: "has a second disk, expected more in 'disks' with some machines"
        }
    }

    /// How long a fault lasts; nil for good, or where it is wrong.
    func duration(_ fault: InputMapping, of kind: FaultKind?) -> Duration? {
        guard let cursor = fault["for"] else {
            if case .site? = kind {
                fault.cursor.report("missing key 'for', expected how long the site's fault lasts")
            }
            return nil
        }
        guard let duration = cursor.duration() else { return nil }
        if let kind, duration < kind.leastDuration {
            cursor.report(
                "found \(duration.shortText), expected at least \(kind.leastDuration.shortText): "
                    + "a shorter \(kind.name) is never noticed")
        }
        return duration
    }
}
