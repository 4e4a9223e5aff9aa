public import Hardware

/// How one service did, as its clients saw it.
public struct Availability: Sendable, Hashable {
    public let service: ObjectName
    public let requests: Int
    public let failures: Int
    /// In order of time.
    public let outages: [Outage]
    /// When the record ends.
    public let end: Duration
    /// Ends of served requests, in order, and of those that were not.
    private let served: [Duration]
    private let refused: [Duration]

    /// - Parameters:
    ///   - requests: the service's, in order of their ends.
    ///   - end: when the record ends, at or after the last of them.
    public init(_ service: ObjectName, _ requests: [Request], until end: Duration) {
        self.service = service
        self.requests = requests.count
        self.end = end
        served = requests.filter(\.isServed).map(\.end)
        refused = requests.filter { !$0.isServed }.map(\.end)
        failures = refused.count
        outages = Self.outages(requests)
    }

    private static func outages(_ requests: [Request]) -> [Outage] {
        var outages: [Outage] = []
        var (from, failures) = (Duration.zero, 0)
        for request in requests {
            guard request.isServed else {
                failures += 1
                continue
            }
            if failures > 0 {
                outages.append(Outage(from: from, until: request.end, failures: failures))
            }
            (from, failures) = (request.end, 0)
        }
        if failures > 0 { outages.append(Outage(from: from, until: nil, failures: failures)) }
        return outages
    }

    /// The part of all requests that were served; all of none.
    public var ratio: Ratio {
        requests == 0 ? .always : Ratio(Double(requests - failures) / Double(requests))
    }

    public var longestOutage: Outage? {
        outages.max { $0.length(at: end) < $1.length(at: end) }
    }

    /// The part of the errors a level allows that were made; above 1 it is overdrawn. A level that
    /// allows none is overdrawn without bound by the first.
    public func spentBudget(of level: ServiceLevel) -> Double {
        guard failures > 0 else { return 0 }
        return Double(failures) / (Double(requests) * (1 - level.served.value))
    }

    /// How long after a moment, such as the end of a fault, the service is well: the first served
    /// request after which none fails for a while.
    ///
    /// - Parameter steady: that while; it may reach beyond the record's end.
    /// - Returns: `nil` if it never was. Zero if nothing failed after the moment.
    public func recovery(after moment: Duration, steady: Duration) -> Duration? {
        let failures = refused.drop { $0 < moment }
        guard !failures.isEmpty else { return .zero }
        var failure = failures.startIndex
        var begin = moment
        for success in served where success >= begin {
            while failure < failures.endIndex, failures[failure] <= success { failure += 1 }
            guard failure < failures.endIndex else { return success - moment }
            if failures[failure] - success > steady { return success - moment }
            begin = failures[failure]
        }
        return nil
    }
}
