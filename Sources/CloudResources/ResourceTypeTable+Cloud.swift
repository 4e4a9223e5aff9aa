public import Orchestration
import OrderedCollections

extension ResourceTypeTable {
    /// Heat's own resources and those of the cloud, whose things are documents of the same store.
    public static let cloud = cloud(.standard)

    /// - Parameter endpoints: where servers find the services that their agents ask.
    public static func cloud(_ endpoints: CloudEndpoints) -> ResourceTypeTable {
        var table = heat
        table.addSoftware(
            IdentityService(address: endpoints.identity, region: endpoints.region))
        table.addNova(endpoints)
        table.addNeutron()
        table.addOthers()
        table.addKeystone()
        return table
    }

    private mutating func addNova(_ endpoints: CloudEndpoints) {
        self["OS::Nova::Server"] = NovaServer(endpoints: endpoints)
        self["OS::Nova::KeyPair"] = KeyPairResource()
        self["OS::Nova::ServerGroup"] = ServerGroupResource()
        self["OS::Nova::Flavor"] = FlavorResource()
    }

    private mutating func addNeutron() {
        self["OS::Neutron::Net"] = NetworkResource()
        self["OS::Neutron::Subnet"] = SubnetResource()
        self["OS::Neutron::Port"] = PortResource()
        self["OS::Neutron::Router"] = RouterResource()
        self["OS::Neutron::RouterInterface"] = RouterInterface()
        self["OS::Neutron::FloatingIP"] = FloatingIPResource()
        self["OS::Neutron::SecurityGroup"] = SecurityGroupResource()
    }

    private mutating func addOthers() {
        self["OS::Cinder::Volume"] = VolumeResource()
        self["OS::Cinder::VolumeAttachment"] = VolumeAttachment()
        self["OS::Glance::WebImage"] = ImageResource()
        self["OS::Ironic::Port"] = IronicPort()
    }

    private mutating func addKeystone() {
        let mark = "OS::Keystone::"
        let links: OrderedDictionary<String, [String]> = [
            "domain": [mark + "Domain"], "parent": [mark + "Project"],
            "default_project": [mark + "Project"],
        ]
        for name in ["Domain", "Role", "Project", "User"] {
            self[mark + name] = PlainThing(
                type: mark + name, names: .unique, links: links,
                more: name == "Project" ? ["is_domain": false] : [:])
        }
        self[mark + "Service"] = PlainThing(type: mark + "Service")
        self[mark + "Endpoint"] = PlainThing(
            type: mark + "Endpoint", links: ["service": [mark + "Service"]])
    }
}
