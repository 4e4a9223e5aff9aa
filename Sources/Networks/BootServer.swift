import Hardware
public import World

/// Answers starting machines: an address, and what the store says they are to boot.
///
/// Any replica can run one; what is offered hangs on the store alone.
public struct BootServer: Sendable {
    /// Tries to lend an address while others do the same.
    private static let leaseAttempts = 100

    private let host: HostAddress
    private let store: any Store
    private let pool: AddressPool
    private let log: BootLog

    /// - Parameter log: is told of every machine that asks.
    public init(
        host: HostAddress, store: any Store, log: BootLog, pool: AddressPool = .provisioning
    ) {
        self.host = host
        self.store = store
        self.log = log
        self.pool = pool
    }

    /// Takes note of a machine that takes another server's offer.
    public func answer(_ choice: DHCPChoice) async -> DHCPChoice.Reply {
        if choice.server != host.text {
            await log.note(.misled(server: choice.server), of: choice.address)
        }
        return DHCPChoice.Reply()
    }

    /// Machines that nobody expects get no offer, and so start from their disks.
    public func answer(_ discover: DHCPDiscover) async throws(Rejection) -> DHCPDiscover.Reply {
        do throws(StoreError) {
            let key = discover.address.description
            guard let configuration = try await store.get(PXEConfiguration.self, key) else {
                return try await answerWithVolume(discover)
            }
            let due = configuration.document.vlan
            guard discover.vlan == due else {
                await log.note(.astray(in: discover.vlan, due: due), of: discover.address)
                return DHCPDiscover.Reply(offer: nil)
            }
            await log.note(.offered, of: discover.address)
            let offer = DHCPOffer(
                leased: pool.text(of: try await lease(for: discover.address)), server: host,
                files: configuration.document.files)
            return DHCPDiscover.Reply(offer: offer)
        } catch { throw Rejection(error.description) }
    }

    private func answerWithVolume(
        _ discover: DHCPDiscover
    ) async throws(StoreError) -> DHCPDiscover.Reply {
        let key = discover.address.description
        guard let volume = try await store.get(VolumeBoot.self, key)?.document else {
            await log.note(.declined, of: discover.address)
            return DHCPDiscover.Reply(offer: nil)
        }
        return DHCPDiscover.Reply(
            offer: DHCPOffer(
                leased: pool.text(of: try await lease(for: discover.address)), server: host,
                boot: .volume(volume.target)))
    }

    private func lease(for address: MACAddress) async throws(StoreError) -> Int {
        for _ in 0..<Self.leaseAttempts {
            if let lease = try await store.get(AddressLease.self, address.description) {
                return lease.document.slot
            }
            let cursor = try await store.get(AddressCursor.self, AddressCursor.onlyID)
            let slot = cursor?.document.next ?? 0
            guard slot < pool.size else {
                throw .unavailable("the pool of \(pool.size) addresses is used up")
            }
            var transaction = Transaction()
            let advanced = AddressCursor(next: slot + 1)
            if let cursor {
                transaction.replace(cursor, with: advanced)
            } else {
                transaction.insert(advanced)
            }
            transaction.insert(AddressLease(address: address, slot: slot))
            do { try await store.commit(transaction) } catch .conflict { continue }
            return slot
        }
        throw .unavailable("no address could be lent in \(Self.leaseAttempts) tries")
    }
}
