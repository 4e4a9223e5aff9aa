import Hardware
import Networks
import Orchestration
import OrderedCollections
import World

/// How ports come by addresses, and what becomes of these.
extension ResourceWork {
    /// An address that is asked for: of a subnet, in words, or any of a network's.
    struct AddressWish {
        var subnet: String?
        var address: String?
    }

    /// Makes a port, in the transaction.
    ///
    /// - Parameter wishes: nil for one address of each version that the network has subnets of.
    mutating func makePort(
        named name: String, in network: NetworkRecord, mac: String? = nil, _ wishes: [AddressWish]?
    ) async throws(ResourceError) -> PortRecord {
        let id = newID().text
        let addresses = try await addresses(for: id, in: network, wishes)
        let port = PortRecord(
            id: id, name: name, network: network.id,
            mac: mac.flatMap { MACAddress($0) } ?? PortRecord.mac(drawnFrom: random),
            addresses: addresses)
        return port
    }

    /// Chooses addresses, and grants them in the transaction.
    mutating func addresses(
        for port: String, in network: NetworkRecord, _ wishes: [AddressWish]?
    ) async throws(ResourceError) -> [PortRecord.FixedAddress] {
        let subnets = try await subnets(of: network.id)
        var chosen: [PortRecord.FixedAddress] = []
        for wish in wishes ?? Self.usual(subnets) {
            let address = try await address(wish, for: port, network, subnets, chosen)
            chosen.append(address)
        }
        return chosen
    }

    private static func usual(_ subnets: [SubnetRecord]) -> [AddressWish] {
        [IPAddress.Version.v4, .v6].compactMap { version in
            subnets.first { $0.block.version == version }.map { AddressWish(subnet: $0.id) }
        }
    }

    private mutating func address(
        _ wish: AddressWish, for port: String, _ network: NetworkRecord,
        _ subnets: [SubnetRecord], _ chosen: [PortRecord.FixedAddress]
    ) async throws(ResourceError) -> PortRecord.FixedAddress {
        let subnet = try await subnet(wish, network, subnets)
        let grants = try await all(AddressGrant.self, in: AddressGrant.range(of: subnet.id))
        if let text = wish.address {
            guard let address = IPAddress(text), subnet.block.contains(address) else {
                throw .failed(
                    "BadRequest",
                    "Invalid input for operation: IP address \(text) is not a valid IP for the "
                        + "specified subnet.")
            }
            return try await grant(address, of: subnet, to: port, grants)
        }
        let given = grants.map(\.document.address) + chosen.map(\.address)
        guard let address = subnet.freeAddress(given: Set(given)) else {
            throw .failed(
                "IpAddressGenerationFailureClient",
                "No more IP addresses available on network \(network.id).")
        }
        transaction.insert(AddressGrant(subnet: subnet.id, address: address, port: port))
        return PortRecord.FixedAddress(subnet: subnet.id, address: address)
    }

    private func subnet(
        _ wish: AddressWish, _ network: NetworkRecord, _ subnets: [SubnetRecord]
    ) async throws(ResourceError) -> SubnetRecord {
        if let name = wish.subnet {
            let subnet = try await subnet(name).document
            guard subnet.network == network.id else {
                throw .failed(
                    "StackValidationFailed",
                    "Specified subnet \(name) does not belongs to network \(network.id).")
            }
            return subnet
        }
        let address = wish.address.flatMap { IPAddress($0) }
        let found = subnets.first { subnet in address.map(subnet.block.contains) ?? true }
        if let found { return found }
        throw .failed(
            "BadRequest",
            "Invalid input for operation: IP address \(wish.address ?? "") is not a valid IP for "
                + "any of the subnets on the specified network.")
    }

    /// An address of a port that this resource takes the place of goes over to it.
    private mutating func grant(
        _ address: IPAddress, of subnet: SubnetRecord, to port: String,
        _ grants: [Stored<AddressGrant>]
    ) async throws(ResourceError) -> PortRecord.FixedAddress {
        let fixed = PortRecord.FixedAddress(subnet: subnet.id, address: address)
        let grant = AddressGrant(subnet: subnet.id, address: address, port: port)
        guard let held = grants.first(where: { $0.document.address == address }) else {
            transaction.insert(grant)
            return fixed
        }
        guard let old = try await replacedPort(), old.document.id == held.document.port else {
            throw .failed(
                "IpAddressInUseClient",
                "Unable to complete operation for network \(subnet.network). The IP address "
                    + "\(address) is in use.")
        }
        var without = old.document
        without.addresses.removeAll { $0 == fixed }
        transaction.replace(old, with: without)
        transaction.replace(held, with: grant)
        self["taken"] = .string(old.document.id)
        return fixed
    }

    private func replacedPort() async throws(ResourceError) -> Stored<PortRecord>? {
        guard let id = record.replaces,
            let old = try await stored(ResourceRecord.self, id)?.document.physicalID
        else { return nil }
        return try await stored(PortRecord.self, old)
    }

    /// Takes a port away, in the transaction, with the addresses that it has. What it took from a
    /// port that is still there goes back to that: an update was taken back.
    mutating func removePort(_ port: Stored<PortRecord>) async throws(ResourceError) {
        transaction.delete(port)
        var heir: Stored<PortRecord>?
        if let id = self["taken"].string { heir = try await stored(PortRecord.self, id) }
        for fixed in port.document.addresses {
            let id = AddressGrant.id(fixed.subnet, fixed.address)
            guard let grant = try await stored(AddressGrant.self, id) else { continue }
            if let heir {
                transaction.replace(
                    grant,
                    with: AddressGrant(
                        subnet: fixed.subnet, address: fixed.address, port: heir.document.id))
            } else {
                transaction.delete(grant)
            }
        }
        guard let heir else { return }
        var restored = heir.document
        restored.addresses += port.document.addresses
        transaction.replace(heir, with: restored)
    }
}
