import BareMetal
import Compute
import Hardware
import Images
import Plans
import Undercloud
import World

/// Documents that checkers are shown.
enum Sample {
    static let image = reference("overcloud-full", "d00d")
    static let kernel = reference("bm-deploy-kernel", "0ce1")
    static let ramdisk = reference("bm-deploy-ramdisk", "0ce2")

    static func reference(_ name: ImageName, _ digest: ImageDigest) -> ImageReference {
        ImageReference(name: name, digest: digest, size: .gibibytes(2))
    }

    static func node(
        _ name: NodeName = "node-1", _ state: ProvisionState = .enroll,
        lockedBy reservation: Reservation? = nil, instance: Instance? = nil,
        intent: Intent? = nil, rootDevice: RootDeviceHints? = nil
    ) -> Node {
        var node = Node(
            name: name, uuid: Identifier(text: "uuid-\(name)"), driver: "simulated",
            bmc: BMCAddress(host: "\(name).bmc"),
            credentials: BMCCredentials(user: "admin", password: "secret"), addresses: [],
            properties: NodeProperties(), rootDevice: rootDevice)
        node.provisionState = state
        node.reservation = reservation
        node.instance = instance
        node.intent = intent
        return node
    }

    static func lock(_ holder: String, term: Int = 1) -> Reservation {
        Reservation(holder: holder, term: Term(number: term))
    }

    static func instance(_ id: String, of owner: String) -> Instance {
        Instance(id: Identifier(text: id), owner: owner, image: image)
    }

    static func intent(
        _ id: String, _ verb: ProvisionVerb = .deploy, on node: NodeName = "node-1",
        _ outcome: Intent.Outcome = .underWay
    ) -> Intent {
        var intent = Intent(identifier: Identifier(text: id), node: node, verb: verb)
        intent.outcome = outcome
        return intent
    }

    static func leadership(_ term: Int, _ holder: HostAddress?) -> Leadership {
        Leadership(term: Term(number: term), holder: holder)
    }

    /// A ring of conductors in one group, by host and term.
    static func ring(
        _ members: KeyValuePairs<HostAddress, Int>, epoch: Int = 1, life: Int = 1
    ) -> ConductorRing {
        ConductorRing(
            epoch: epoch,
            members: members.map {
                ConductorMember(
                    host: $0.key, scope: .group(.standard), life: life, term: Term(number: $0.value)
                )
            }, lastTerm: Term(number: members.map(\.value).max() ?? 0))
    }

    static func beat(_ host: HostAddress, _ term: Int, _ count: Int = 1) -> ConductorBeat {
        ConductorBeat(host: host, term: Term(number: term), count: count)
    }

    static let plan = CloudPlan(
        mode: .poc,
        flavors: [
            Flavor(name: "any", processors: 4, memory: .gibibytes(8), disk: .gibibytes(40))
        ],
        roles: [RolePlan(name: "compute", count: 1, flavor: "any", image: "overcloud-full")],
        undercloud: UndercloudPlan(controlNodes: 1, fromSeed: 1, flavor: "any"))

    /// The same with servers to choose from.
    private static let wide = CloudPlan(
        mode: .poc, flavors: plan.flavors,
        roles: [RolePlan(name: "compute", count: 10, flavor: "any", image: "overcloud-full")],
        undercloud: plan.undercloud)

    static func cloud(
        _ stage: Cloud.Stage = .seed, overcloud: OvercloudState = .pending
    ) -> Cloud {
        var cloud = Cloud(plan: plan, seed: "seed", seedFate: .switchedOff)
        cloud.stage = stage
        cloud.overcloud = overcloud
        return cloud
    }

    /// A server of the plan's overcloud role, or another of that role.
    static func server(
        _ index: Int = 0, on node: NodeName? = nil, _ state: ServerState = .deploying
    ) -> Server {
        var server = Server(wide.servers[index])
        server.node = node
        server.state = state
        return server
    }

    static func disk(
        _ name: String, _ size: ByteCount, serial: String, isRotational: Bool = false
    ) -> DiskFacts {
        DiskFacts(
            name: name, model: "Model \(serial)", vendor: "ACME", serial: serial, wwn: "0x1",
            hctl: "0:0:0:0", byPath: "/dev/disk/by-path/\(name)", size: size,
            isRotational: isRotational)
    }
}
