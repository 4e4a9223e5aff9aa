/// The addresses of a provisioning network, as TripleO's `inspection_iprange` and `dhcp_start`.
public struct AddressPool: Sendable, Hashable {
    /// The first address, as a number.
    private let first: UInt32
    public let size: Int

    /// - Parameter first: four octets, most significant first.
    public init(first: (UInt8, UInt8, UInt8, UInt8), size: Int) {
        precondition(size > 0, "A pool has an address to lend.")
        self.first =
            UInt32(first.0) << 24 | UInt32(first.1) << 16 | UInt32(first.2) << 8 | UInt32(first.3)
        self.size = size
    }

    /// 10.0.0.0/12 from 10.1.0.1 to its last host: room for 983,038 machines.
    public static let provisioning = AddressPool(first: (10, 1, 0, 1), size: 15 << 16 - 2)

    /// A slot's address in dotted form.
    public func text(of slot: Int) -> String {
        precondition(slot < size, "A slot lies inside its pool.")
        let address = first + UInt32(slot)
        return [24, 16, 8, 0].map { String(address >> UInt32($0) & 0xff) }.joined(separator: ".")
    }
}
