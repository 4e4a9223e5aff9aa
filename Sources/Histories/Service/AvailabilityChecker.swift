import Hardware

/// Services keep what is promised of them.
public struct AvailabilityChecker: Sendable {
    static let budget = "error budget"
    static let outage = "longest outage"

    /// What is promised, for services by name.
    public let levels: [ObjectName: ServiceLevel]

    public init(levels: [ObjectName: ServiceLevel]) { self.levels = levels }

    /// The first service, by name, of which too little was served or too late.
    public func check(_ services: [Availability]) -> Verdict {
        for service in services.sorted(by: { $0.service < $1.service }) {
            guard let level = levels[service.service] else { continue }
            if let found = overdrawn(service, level) ?? outage(service, level) {
                return .violated(found)
            }
        }
        return .holds
    }

    private func overdrawn(_ service: Availability, _ level: ServiceLevel) -> Contradiction? {
        guard service.ratio < level.served else { return nil }
        return Contradiction(
            rule: Self.budget, object: service.service, operations: [],
            paragraph: "\(service.service) did not serve \(service.failures) of "
                + "\(service.requests) requests; \(percent(level.served.value)) must be served, "
                + "and \(percent(service.ratio.value)) were.")
    }

    private func outage(_ service: Availability, _ level: ServiceLevel) -> Contradiction? {
        guard let allowed = level.longestOutage, let longest = service.longestOutage,
            longest.length(at: service.end) > allowed
        else { return nil }
        let end = longest.until.map { "until \($0.secondsText)" } ?? "and was not back at the end"
        return Contradiction(
            rule: Self.outage, object: service.service, operations: [],
            paragraph: "\(service.service) served nobody from \(longest.from.secondsText) \(end): "
                + "\(longest.length(at: service.end).secondsText), and \(longest.failures) "
                + "requests failed. At most \(allowed.secondsText) is allowed.")
    }

    private func percent(_ part: Double) -> String {
        let thousandths = Int((part * 100_000).rounded())
        return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst()) %"
    }
}
