/// An event on its way to one of its subscribers. Printing it does not show what it is sent with.
public struct RedfishDelivery: Sendable, Hashable {
    /// The URL that it is posted to.
    public let destination: String
    /// Its target is the URL's part behind the host.
    public let request: RedfishRequest

    init(_ subscription: RedfishSubscription, _ event: JSON) {
        let url = subscription.destination
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let target = rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
        destination = url
        request = RedfishRequest(.post, target, fields: subscription.fields, json: event)
    }
}
