import Hardware

extension RAIDLevel {
    /// Whether a volume of `count` disks still has all of its data without these, by place.
    func survives(losing places: [Int], of count: Int) -> Bool {
        switch self {
        case .jbod, .stripe: places.isEmpty
        case .mirror: places.count < count
        case .hamming, .parity: places.count <= 1
        case .doubleParity: places.count <= 2
        // Pairs of neighbours mirror each other.
        case .stripedMirrors: Set(places.map { $0 / 2 }).count == places.count
        case .stripedParity: Self.mostInOneSpan(places, of: count) <= 1
        case .stripedDoubleParity: Self.mostInOneSpan(places, of: count) <= 2
        }
    }

    /// The first half of the disks is one span, the second the other.
    private static func mostInOneSpan(_ places: [Int], of count: Int) -> Int {
        let first = places.filter { $0 < count / 2 }.count
        return max(first, places.count - first)
    }

    /// Why so many disks do not make a volume of it; nil where they do.
    func objection(to count: Int) -> String? {
        if count < fewestDisks {
            return "RAID \(rawValue) needs at least \(fewestDisks) disks, not \(count)"
        }
        let isPaired = [.stripedMirrors, .stripedParity, .stripedDoubleParity].contains(self)
        return isPaired && count % 2 == 1
            ? "RAID \(rawValue) needs an even number of disks, not \(count)" : nil
    }
}
