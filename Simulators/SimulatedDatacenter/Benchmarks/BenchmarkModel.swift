import Hardware

/// What the benchmarks give on a sound machine of a model, and how far machines of it lie apart.
///
/// Assumed, from figures of machines of the kind: an old blade is one of 2010, a storage node has
/// spinning disks.
struct BenchmarkModel: Sendable {
    /// What one processor does in a second of the tool's loops.
    var loops = 450.0
    /// What one processor reads of its memory in a second, in MiB.
    var memory = 7_000.0
    /// What disks give, in KB a second: read in a row, and in pieces of 4 KiB all over the disk.
    var spinning = (row: 180_000.0, pieces: 780.0)
    var flash = (row: 480_000.0, pieces: 260_000.0)
    /// How far apart sound machines lie, as a part.
    var spread = Spread()

    struct Spread: Sendable, Hashable {
        var processors = 0.004
        var memory = 0.01
        var disks = 0.02
        var network = 0.005
    }

    init(of model: MachineModel) {
        switch model {
        case .standard: break
        case .compute1U:
            (loops, memory) = (620, 11_000)
            flash = (1_900_000, 900_000)
        case .storageNode:
            (loops, memory) = (400, 8_000)
            spread.disks = 0.03
        case .oldBlade:
            (loops, memory) = (230, 3_200)
            spinning = (95_000, 520)
            spread = Spread(processors: 0.01, memory: 0.02, disks: 0.04, network: 0.01)
        }
    }

    /// The sizes of blocks in which memory is read, with the part of the whole speed that each
    /// gives: calls cost more than small blocks do.
    static let blocks: [(name: String, part: Double)] = [
        ("1K", 0.35), ("4K", 0.7), ("1M", 1), ("16M", 0.97), ("128M", 0.95), ("1G", 0.94),
        ("2G", 0.94),
    ]
}
