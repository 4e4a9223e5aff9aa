public import Hardware

extension Node {
    /// The capability by which an inventory says where a machine stands.
    public static let rackCapability = "rack"

    /// The rack the machine stands in; nil where the inventory does not say.
    public var rack: RackName? { properties.capabilities[Self.rackCapability].map { RackName($0) } }
}
