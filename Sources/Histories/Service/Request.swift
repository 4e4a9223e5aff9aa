/// One request to a service, as its client saw it.
public struct Request: Sendable, Hashable {
    public let service: ObjectName
    public let at: Duration
    /// How long the client waited.
    public let latency: Duration
    /// Whether it was served. A client that gave up was not.
    public let isServed: Bool

    public init(_ service: ObjectName, at: Duration, latency: Duration, isServed: Bool) {
        self.service = service
        self.at = at
        self.latency = latency
        self.isServed = isServed
    }

    /// When its client knew.
    public var end: Duration { at + latency }
}

extension History {
    /// Requests of each service, in order of their ends; services by name. An operation whose
    /// outcome is unknown was not served, and one that is under way at the end is left out.
    ///
    /// - Parameter service: what an operation asked; `nil` if it is none of a service's.
    public func requests(
        of service: (Operation) -> ObjectName? = { $0.object }
    ) -> [(service: ObjectName, requests: [Request])] {
        var places: [ObjectName: Int] = [:]
        var groups: [(service: ObjectName, requests: [Request])] = []
        for operation in operations {
            guard let name = service(operation), let latency = operation.latency else { continue }
            let request = Request(
                name, at: operation.invoked, latency: latency, isServed: operation.isAcknowledged)
            if let place = places[name] {
                groups[place].requests.append(request)
            } else {
                places[name] = groups.count
                groups.append((name, [request]))
            }
        }
        return groups.sorted { $0.service < $1.service }
            .map { ($0.service, $0.requests.sorted { ($0.end, $0.at) < ($1.end, $1.at) }) }
    }
}
