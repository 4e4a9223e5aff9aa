import BareMetal
import Hardware
import Plans
import Undercloud

/// Reads one entry of a scenario's `faults`.
struct FaultReader {
    private static let keys = [
        "fault", "where", "count", "at", "on", "after", "for", "by",
    ]
    private static let countLimit = 1...100_000
    private static let nthLimit = 1...1_000_000

    let places: FaultPlaces
    let eventKinds: [String]

    func read(_ cursor: InputCursor) -> ScenarioFault? {
        guard let fault = cursor.mapping(expected: "a mapping that describes a fault") else {
            return nil
        }
        fault.reportUnknownKeys(known: Self.keys)
        let kind = kind(fault)
        let target = target(fault)
        let extent = target.flatMap { self.extent(fault["count"], $0) }
        let trigger = trigger(fault)
        let duration = duration(fault, of: kind)
        if let kind, let target { check(kind, at: target, fault["where"]) }
        if case .subject? = target, let trigger, !trigger.isEvent {
            fault["where"]?.report("found the subject of no event, expected 'on' with an event")
        }
        guard let kind, let target, let extent, let trigger else { return nil }
        return ScenarioFault(
            kind: kind,
            target: target,
            extent: extent,
            trigger: trigger,
            duration: duration,
            line: cursor.line
        )
    }

    private func kind(_ fault: InputMapping) -> FaultKind? {
        let cursor = fault.required("fault", expected: "what goes wrong")
        let name = cursor?.word("fault", among: FaultKind.names)
        switch name {
        case FaultKind.clockStepName?:
            return by(fault, "a jump such as 5m or -5m", UnitText.signedDuration)
                .map { .clockStep(by: $0) }
        case FaultKind.clockDriftName?:
            return by(fault, "a drift such as 200ppm or -50ppm", UnitText.partsPerMillion)
                .map { .clockDrift(partsPerMillion: $0) }
        case let name?:
            fault["by"]?.report("found 'by' with \(name), expected it with a clock's fault only")
            return HardwareFault(rawValue: name).map { .hardware($0) }
                ?? SiteFault(rawValue: name).map { .site($0) }
                ?? OperatorAct(rawValue: name).map { .operatorAct($0) } ?? .processKill
        case nil: return nil
        }
    }

    private func by<Value>(
        _ fault: InputMapping,
        _ expected: String,
        _ parse: (String) -> Value?
    ) -> Value? {
        fault.required("by", expected: expected)?.value(expected: expected, parse)
    }

    func extent(_ cursor: InputCursor?, _ target: FaultTarget) -> FaultExtent? {
        let count = cursor?.count(Self.countLimit)
        switch target {
        case .any, .role, .conductor: return .drawn(count ?? 1)
        case .rack, .feed, .switch, .pdu: return count.map { .drawn($0) } ?? .all
        case .seed, .leader, .subject, .machine:
            cursor?.report(
                "found a count for one machine, expected it with any, conductor, a role or a rack")
            return .all
        }
    }
}

// MARK: - When

extension FaultReader {
    func trigger(_ fault: InputMapping) -> FaultTrigger? {
        let after = fault["after"]?.duration()
        switch (fault["at"], fault["on"]) {
        case (let at?, nil):
            fault["after"]?.report("found 'after' beside 'at', expected it beside 'on'")
            return at.duration().map { .at($0) }
        case (nil, let on?): return trigger(on, after: after ?? .zero)
        case (_?, let on?):
            on.report("found 'on' beside 'at', expected one of the two")
        case (nil, nil):
            fault.cursor.report("missing key 'at' or 'on', expected one of the two")
        }
        return nil
    }

    private func trigger(_ cursor: InputCursor, after: Duration) -> FaultTrigger? {
        let shape = "a mapping with the key 'phase' or 'event'"
        guard let on = cursor.mapping(expected: shape) else { return nil }
        on.reportUnknownKeys(known: ["phase", "event", "nth"])
        switch (on["phase"], on["event"]) {
        case (let phase?, nil):
            on["nth"]?.report("found 'nth' with a phase, expected it with an event")
            return phase.choice("phase", Phase.self).map { .phase($0, after: after) }
        case (nil, let event?):
            let occurrence = occurrence(on["nth"])
            guard let kind = event.word("event", among: eventKinds), let occurrence else {
                return nil
            }
            return .event(kind: kind, occurrence, after: after)
        default:
            cursor.reportMismatch(expected: "a mapping with either 'phase' or 'event'")
            return nil
        }
    }
}

extension FaultReader {
    private func occurrence(_ cursor: InputCursor?) -> EventOccurrence? {
        guard let cursor else { return .nth(1) }
        if cursor.plainText == "each" { return .each }
        return cursor.count(Self.nthLimit).map { .nth($0) }
    }
}

extension FaultTrigger {
    fileprivate var isEvent: Bool { if case .event = self { true } else { false } }
}
