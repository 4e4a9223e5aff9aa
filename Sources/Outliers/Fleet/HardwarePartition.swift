/// Machines in groups that are split again and again.
struct HardwarePartition {
    private(set) var groups: [[Int]]

    init(machines: Int) { groups = machines == 0 ? [] : [Array(0..<machines)] }

    mutating func split(by pieces: [[Int]]) {
        guard pieces.count > 1 else { return }
        var pieceOf = [Int](repeating: 0, count: 1 + (pieces.lazy.flatMap { $0 }.max() ?? 0))
        for (index, piece) in pieces.enumerated() {
            for machine in piece { pieceOf[machine] = index }
        }
        groups = groups.flatMap { group -> [[Int]] in
            var parts: [Int: [Int]] = [:]
            var order: [Int] = []
            for machine in group {
                let piece = pieceOf[machine]
                if parts[piece] == nil { order.append(piece) }
                parts[piece, default: []].append(machine)
            }
            return order.compactMap { parts[$0] }
        }
        groups.sort { $0[0] < $1[0] }
    }

    /// The reference takes a group out of the list it is walking and puts its parts at the end, and
    /// so never looks at the next one.
    mutating func splitLikeReference(by pieces: [[Int]]) {
        for piece in pieces.map(Set.init) {
            var index = 0
            while index < groups.count {
                let inside = groups[index].filter(piece.contains)
                if !inside.isEmpty, inside.count < groups[index].count {
                    let outside = groups.remove(at: index).filter { !piece.contains($0) }
                    groups += [inside, outside]
                }
                index += 1
            }
        }
    }
}
