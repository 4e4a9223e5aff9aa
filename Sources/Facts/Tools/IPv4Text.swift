/// Addresses of IPv4 as texts.
enum IPv4Text {
    static func number(_ text: String) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        return parts.reduce(0 as UInt32?) { sum, part in
            guard let sum, let byte = UInt8(part) else { return nil }
            return sum << 8 | UInt32(byte)
        }
    }

    static func text(_ number: UInt32) -> String {
        [24, 16, 8, 0].map { "\(number >> $0 & 255)" }.joined(separator: ".")
    }
}
