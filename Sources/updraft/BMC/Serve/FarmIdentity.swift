import Fleet
import Hardware
import IPMI

/// What the machines of a farm and their controllers are known by.
enum FarmIdentity {
    static func identity(_ index: Int) -> BMCIdentity {
        BMCIdentity(
            manufacturer: "Updraft", product: "Simulated", serialNumber: "UD\(100_000 + index)")
    }

    /// Follows from the machine's name, so that it is the same the next time.
    static func guid(_ machine: ServedMachine) -> SystemGUID {
        let (high, low) = halves(machine)
        return SystemGUID(high: high, low: low)
    }

    /// With the digits that tell variant and version: one that follows from a name (RFC 9562,
    /// sections 4.1 and 5.5).
    private static func halves(_ machine: ServedMachine) -> (high: UInt64, low: UInt64) {
        let (high, low) = (digest("system \(machine.name)"), digest("node \(machine.name)"))
        return (high & ~0xF000 | 0x5000, low & ~(3 << 62) | 2 << 62)
    }

    /// The same as Redfish writes it.
    static func uuid(_ machine: ServedMachine) -> String {
        let (high, low) = halves(machine)
        let digits = [high, low].flatMap { half in
            String(String(repeating: "0", count: 16) + String(half, radix: 16)).suffix(16)
        }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    /// Locally administered, and not among the machine's own.
    static func mac(_ index: Int) -> MACAddress {
        MACAddress(rawValue: 0x0200_0000_0000 | UInt64(index + 1))
    }

    /// FNV-1a: not for secrets.
    private static func digest(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
