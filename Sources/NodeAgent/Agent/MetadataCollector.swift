public import Hardware
public import World

/// What runs on every installed machine: polls the undercloud, and so shows that the machine is up
/// (os-collect-config's loop; what it collects comes with orchestration).
public struct MetadataCollector: Sendable {
    /// Between two polls. The first comes at once.
    public static let interval: Duration = .seconds(60)

    private let world: World
    private let addresses: [MACAddress]
    private let image: ImageDigest
    private let service: HostAddress

    public init(
        world: World, addresses: [MACAddress], image: ImageDigest, service: HostAddress
    ) {
        self.world = world
        self.addresses = addresses
        self.image = image
        self.service = service
    }

    /// Polls until the machine is switched off.
    public func run() async {
        let checkIn = CheckIn(addresses: addresses, host: world.host, image: image)
        let random = world.random.branch("poll")
        repeat {
            _ = try? await world.network.call(checkIn, to: service, within: AgentLimits.call)
        } while await pause(random)
    }

    /// Spread by a fifth either way, so that machines started together do not poll together.
    private func pause(_ random: any RandomSource) async -> Bool {
        let spread = random.draw { Double.random(in: 0.8...1.2, using: &$0) }
        return (try? await world.clock.sleep(for: Self.interval * spread)) != nil
    }
}
