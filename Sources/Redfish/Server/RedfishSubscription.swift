/// Somebody who is told of events (schema EventDestination).
struct RedfishSubscription: Sendable, Hashable {
    let id: String
    /// Where events are posted to: an address of HTTP.
    let destination: String
    /// Given back with each event.
    var context: String?
    /// Those that are told; none stands for all.
    let types: [String]
    /// What is sent beside each event. It may hold secrets and is never shown.
    let fields: HTTPFields

    func wants(_ type: String) -> Bool { types.isEmpty || types.contains(type) }
}
