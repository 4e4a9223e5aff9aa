/// Operations of unknown outcome: those alike are one group, since any of them will do for another
/// that was invoked later.
struct OptionalOperations {
    private(set) var kinds: [RegisterOperation.Kind] = []
    /// How many of each group have been invoked.
    private(set) var available: [Int] = []
    private var groups: [RegisterOperation.Kind: Int32] = [:]
    private var writesByValue: [Int32: Int32] = [:]
    private var swapsByOrigin: [Int32: [Int32]] = [:]
    private(set) var writes: [Int32] = []

    var isEmpty: Bool { kinds.isEmpty }
    var hasSwaps: Bool { writes.count < kinds.count }
    var all: [Int32] { kinds.indices.map(Int32.init) }

    mutating func invoke(_ kind: RegisterOperation.Kind) {
        if let group = groups[kind] {
            available[Int(group)] += 1
            return
        }
        let group = Int32(kinds.count)
        groups[kind] = group
        kinds.append(kind)
        available.append(1)
        switch kind {
        case .write(let value):
            writesByValue[value] = group
            writes.append(group)
        case .swap(let from, _): swapsByOrigin[from, default: []].append(group)
        case .read, .mismatch: break
        }
    }

    func write(of value: Int32) -> Int32? { writesByValue[value] }
    func swaps(from value: Int32) -> [Int32] { swapsByOrigin[value] ?? [] }

    /// Whether one of the group is left.
    func isLeft(_ group: Int32, in configuration: Configuration) -> Bool {
        var uses = 0
        for other in configuration.used where other == group { uses += 1 }
        return uses < available[Int(group)]
    }
}
