/// A block of IPv4 addresses, as strictly read as Python's `ipaddress` does.
struct IPv4Block {
    private let first: UInt32
    private let mask: UInt32

    /// Reads `10.0.0.0/24`, `10.0.0.0/255.255.255.0`, `10.0.0.0/0.0.0.255` and single addresses.
    /// Nil for anything else, and where bits of a host are set.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = Self.address(parts[0]) else { return nil }
        guard let mask = parts.count == 2 ? Self.mask(parts[1]) : .max else { return nil }
        guard address & ~mask == 0 else { return nil }
        (first, self.mask) = (address, mask)
    }

    /// Nil for what is no address.
    func contains(_ text: String) -> Bool? {
        Self.address(text[...]).map { $0 & mask == first }
    }

    private static func mask(_ text: Substring) -> UInt32? {
        if let length = Int(text), text.allSatisfy(\.isNumber) {
            guard (0...32).contains(length) else { return nil }
            return length == 0 ? 0 : UInt32.max << UInt32(32 - length)
        }
        guard let mask = address(text) else { return nil }
        if (~mask) & (~mask &+ 1) == 0 { return mask }
        // A mask of the host's part.
        return mask & (mask &+ 1) == 0 ? ~mask : nil
    }

    private static func address(_ text: Substring) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard let byte = UInt8(part), part.allSatisfy(\.isNumber),
                part.count == 1 || part.first != "0"
            else { return nil }
            address = address << 8 | UInt32(byte)
        }
        return address
    }
}
