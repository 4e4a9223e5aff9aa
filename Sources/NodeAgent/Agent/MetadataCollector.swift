public import Hardware
public import World

/// What runs on every installed machine: polls the undercloud, and so shows that the machine is up
/// (os-collect-config's loop; what it collects comes with orchestration).
public struct MetadataCollector: Sendable {
    /// Between two polls. The first comes at once.
    public static let interval: Duration = .seconds(60)

    /// What came of metadata.
    public enum Outcome: Sendable, Hashable {
        case applied
        /// It is to be applied again.
        case failed
    }

    private let world: World
    private let addresses: [MACAddress]
    private let image: ImageDigest
    private let service: HostAddress
    private let vlan: @Sendable () -> VLAN?
    private let raid: @Sendable () -> [SoftwareRAIDCondition]
    private let shutDown: @Sendable () async -> Void
    private let apply: @Sendable (CollectedMetadata) async -> Outcome

    /// - Parameters:
    ///   - vlan: the network that its address is of when it is asked.
    ///   - raid: what is told of software RAID that is not whole when it is asked.
    ///   - shutDown: shuts the system down and switches its machine off.
    ///   - apply: does what new metadata says, and signals what came of it.
    public init(
        world: World, addresses: [MACAddress], image: ImageDigest, service: HostAddress,
        vlan: @escaping @Sendable () -> VLAN? = { nil },
        raid: @escaping @Sendable () -> [SoftwareRAIDCondition] = { [] },
        shutDown: @escaping @Sendable () async -> Void,
        apply: @escaping @Sendable (CollectedMetadata) async -> Outcome = { _ in .applied }
    ) {
        self.world = world
        self.addresses = addresses
        self.image = image
        self.service = service
        self.vlan = vlan
        self.raid = raid
        self.shutDown = shutDown
        self.apply = apply
    }

    /// Polls until the machine is switched off.
    public func run() async {
        let random = world.random.branch("poll")
        var applied: String?
        repeat {
            let checkIn = CheckIn(
                addresses: addresses, host: world.host, image: image, vlan: vlan(), raid: raid(),
                metadata: applied)
            let reply = try? await world.network.call(
                checkIn, to: service, within: AgentLimits.call)
            if reply?.wish == .shutDown { await shutDown() }
            if let metadata = reply?.metadata, await apply(metadata) == .applied {
                applied = metadata.version
            }
        } while await pause(random)
    }

    /// Spread by a fifth either way, so that machines started together do not poll together.
    private func pause(_ random: any RandomSource) async -> Bool {
        let spread = random.draw { Double.random(in: 0.8...1.2, using: &$0) }
        return (try? await world.clock.sleep(for: Self.interval * spread)) != nil
    }
}
