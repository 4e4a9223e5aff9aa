/// How long the served requests took that began in one stretch of time.
public struct LatencyWindow: Sendable, Hashable {
    public let from: Duration
    public let latencies: Latencies
    /// Requests that began in it and were not served.
    public let failures: Int

    /// All windows of that width from the record's beginning to its last request, empty ones too.
    ///
    /// - Parameter width: above zero.
    public static func windows(_ requests: [Request], of width: Duration) -> [LatencyWindow] {
        precondition(width > .zero, "A window has a width.")
        var served: [[Duration]] = []
        var failures: [Int] = []
        for request in requests {
            let place = Int(request.at.attoseconds / width.attoseconds)
            while served.count <= place {
                served.append([])
                failures.append(0)
            }
            if request.isServed {
                served[place].append(request.latency)
            } else {
                failures[place] += 1
            }
        }
        return served.indices.map { place in
            LatencyWindow(
                from: width * place, latencies: Latencies(served[place]), failures: failures[place])
        }
    }
}
