import Documents

/// What an Ethernet port is and can do, as LLDP numbers it.
enum MediumAttachment {
    /// Operational types of medium attachment units (RFC 4836, ifMauTypeList).
    static let names: [Int: String] = [
        0: "Unknown",
        1: "AUI",
        2: "10BASE-5",
        3: "FOIRL",
        4: "10BASE-2",
        5: "10BASE-T duplex mode unknown",
        6: "10BASE-FP",
        7: "10BASE-FB",
        8: "10BASE-FL duplex mode unknown",
        9: "10BROAD36",
        10: "10BASE-T half duplex",
        11: "10BASE-T full duplex",
        12: "10BASE-FL half duplex",
        13: "10BASE-FL full duplex",
        14: "100 BASE-T4",
        15: "100BASE-TX half duplex",
        16: "100BASE-TX full duplex",
        17: "100BASE-FX half duplex",
        18: "100BASE-FX full duplex",
        19: "100BASE-T2 half duplex",
        20: "100BASE-T2 full duplex",
        21: "1000BASE-X half duplex",
        22: "1000BASE-X full duplex",
        23: "1000BASE-LX half duplex",
        24: "1000BASE-LX full duplex",
        25: "1000BASE-SX half duplex",
        26: "1000BASE-SX full duplex",
        27: "1000BASE-CX half duplex",
        28: "1000BASE-CX full duplex",
        29: "1000BASE-T half duplex",
        30: "1000BASE-T full duplex",
        31: "10GBASE-X",
        32: "10GBASE-LX4",
        33: "10GBASE-R",
        34: "10GBASE-ER",
        35: "10GBASE-LR",
        36: "10GBASE-SR",
        37: "10GBASE-W",
        38: "10GBASE-EW",
        39: "10GBASE-LW",
        40: "10GBASE-SW",
        41: "10GBASE-CX4",
        42: "2BASE-TL",
        43: "10PASS-TS",
        44: "100BASE-BX10D",
        45: "100BASE-BX10U",
        46: "100BASE-LX10",
        47: "1000BASE-BX10D",
        48: "1000BASE-BX10U",
        49: "1000BASE-LX10",
        50: "1000BASE-PX10D",
        51: "1000BASE-PX10U",
        52: "1000BASE-PX20D",
        53: "1000BASE-PX20U",
    ]

    /// What a port offers in negotiations, from the highest bit but one down (RFC 4836,
    /// IANAifMauAutoNegCapBits).
    private static let abilityNames = [
        "10BASE-T hdx", "10BASE-T fdx", "10BASE-T4", "100BASE-TX hdx", "100BASE-TX fdx",
        "100BASE-T2 hdx", "100BASE-T2 fdx", "PAUSE fdx", "Asym PAUSE fdx", "Sym PAUSE fdx",
        "Asym and Sym PAUSE fdx", "1000BASE-X hdx", "1000BASE-X fdx", "1000BASE-T hdx",
        "1000BASE-T fdx",
    ]

    /// Ironic reads the bit of 10BASE-T in full duplex from that of half duplex, and so does this,
    /// for what it keeps to be the same.
    static func abilities(_ bits: Int) -> DocumentValue {
        let found = abilityNames.enumerated().filter { offset, _ in
            bits >> (14 - (offset == 1 ? 0 : offset)) & 1 == 1
        }
        return .list(found.map(\.element).sorted().map(DocumentValue.string))
    }
}
