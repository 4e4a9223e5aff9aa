public import BareMetal
import Hardware
public import Images
import Plans
public import World

/// The machine walked in on a stick: deploys the undercloud's control nodes, hands its state over,
/// and is then one replica among others until it is switched off.
public struct Seed: Sendable {
    /// The seed's own store.
    public static let storeName: StoreName = "seed"
    /// The store the undercloud's replicas share.
    public static let undercloudStoreName: StoreName = "undercloud"
    /// Between two tries to open a store.
    private static let retryInterval: Duration = .seconds(5)

    private let world: World
    private let cloud: Cloud
    private let nodes: [NodeDescription]
    private let images: [Image]
    private let volumes: [VolumeTarget]
    private let templates: [DeployTemplate]
    private let overcloud: CloudTemplate?

    /// - Parameters:
    ///   - volumes: the remote volumes of the nodes, which their operator has prepared.
    ///   - templates: the steps that deployments have besides the usual ones.
    ///   - overcloud: what the overcloud is to be made of; nil where the plan's roles are all.
    public init(
        world: World, cloud: Cloud, nodes: [NodeDescription], images: [Image],
        volumes: [VolumeTarget] = [], templates: [DeployTemplate] = [],
        overcloud: CloudTemplate? = nil
    ) {
        self.world = world
        self.cloud = cloud
        self.nodes = nodes
        self.images = images
        self.volumes = volumes
        self.templates = templates
        self.overcloud = overcloud
    }

    /// Runs until the process is stopped. Started again, it goes on where it was.
    public func run() async {
        guard let own = await open(Self.storeName) else { return }
        await begin(own)
        guard await UndercloudReplica(world: world, store: own).run() == .handedOver,
            let shared = await open(Self.undercloudStoreName)
        else { return }
        await UndercloudReplica(world: world, store: shared).run()
    }

    private func open(_ name: StoreName) async -> (any Store)? {
        while true {
            do throws(StoreError) { return try await world.stores.open(name) } catch {
                guard error.isTransient else { return nil }
            }
            guard (try? await world.clock.sleep(for: Self.retryInterval)) != nil else { return nil }
        }
    }

    /// Writes down what is wanted, and enrols the machines: all in one transaction, so that a seed
    /// that dies in it has begun nothing.
    private func begin(_ store: any Store) async {
        while true {
            do throws(StoreError) {
                if try await store.get(Cloud.self, Cloud.onlyID) != nil { return }
                try await store.commit(beginning())
                return
            } catch {
                guard error.isTransient else { return }
            }
            guard (try? await world.clock.sleep(for: Self.retryInterval)) != nil else { return }
        }
    }

    private func beginning() -> Transaction {
        let random = world.random.branch("enrolment")
        var transaction = Transaction()
        transaction.insert(cloud)
        for image in images { transaction.insert(image) }
        for volume in volumes { transaction.insert(volume) }
        for template in templates { transaction.insert(template) }
        if let overcloud { transaction.insert(overcloud) }
        for description in nodes { transaction.enrol(description, using: random) }
        return transaction
    }
}
