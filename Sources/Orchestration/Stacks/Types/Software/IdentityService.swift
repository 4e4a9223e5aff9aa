/// Where machines show who they are before they tell Heat what came of a deployment.
public struct IdentityService: Sendable, Hashable {
    /// The service's URL.
    public let address: String
    public let region: String

    public init(address: String, region: String) {
        (self.address, self.region) = (address, region)
    }

    /// Source: instack-undercloud's `local_ip` and region.
    public static let standard = IdentityService(
        address: "http://192.168.24.1:5000", region: "regionOne")
}
