/// Where the services are that servers' agents ask.
public struct CloudEndpoints: Sendable, Hashable {
    /// The host on which they are served, as it stands in URLs.
    public var host: String
    public var region: String

    public init(host: String, region: String = "regionOne") {
        self.host = host
        self.region = region
    }

    /// Source: instack-undercloud's `local_ip` and region.
    public static let standard = CloudEndpoints(host: "192.168.24.1")

    /// Heat's service for agents that speak CloudFormation's protocol.
    var cloudFormation: String { "http://\(host):8000/v1/" }
    var identity: String { "http://\(host):5000" }
    var objects: String { "http://\(host):8080/v1" }
}
