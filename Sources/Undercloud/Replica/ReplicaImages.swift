import BareMetal
import Hardware
import Images
import World

/// A conductor's view of who serves images: every host with a place in the ring, since each
/// replica keeps what the store names.
actor ReplicaImages: ImageSources {
    private let ring: RingView
    private let store: any Store
    private var known = ImageServers([])
    /// The ring that `known` was made from; nil where it was made from none, or in part.
    private var epoch: Int?

    init(ring: RingView, store: any Store) {
        self.ring = ring
        self.store = store
    }

    func servers(for node: Node) async -> [HostAddress] {
        await follow()
        return known.order(for: node.id, in: node.rack)
    }

    /// Where a machine stands does not change while it is a member: each is looked up once a ring.
    /// The seed's rack nobody knows.
    private func follow() async {
        guard let current = try? await ring.current()?.ring, current.epoch != epoch else { return }
        var (servers, isWhole) = ([ImageServer](), true)
        for member in current.members {
            var node: Node?
            do { node = try await store.get(Node.self, member.host.text)?.document } catch {
                isWhole = false
            }
            servers.append(ImageServer(host: member.host, rack: node?.rack))
        }
        (known, epoch) = (ImageServers(servers), isWhole ? current.epoch : nil)
    }
}
