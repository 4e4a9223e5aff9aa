/// Whether a disk carries something that runs.
struct DiskUse {
    /// Nil for a disk that nobody uses.
    let reason: String?

    /// - Parameter desk: tells of mounts, swaps and holders in `/proc` and `/sys/block`.
    init(of disk: String, told desk: ToolDesk<some NodeSystem>) {
        let folder = "/sys/block/\(disk)"
        let parts =
            [folder]
            + desk.names(in: folder).filter { $0.hasPrefix(disk) }.map {
                "\(folder)/\($0)"
            }
        let mounts = desk.text(of: "/proc/self/mountinfo").split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        let numbers = Set(parts.compactMap { desk.value("\($0)/dev") })
        let paths = Set(parts.compactMap { $0.split(separator: "/").last.map { "/dev/\($0)" } })
        let swaps = desk.text(of: "/proc/swaps").split(separator: "\n").compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        reason =
            if mounts.isEmpty {
                "nobody tells what is mounted"
            } else if mounts.contains(where: { line in
                line.count > 2 && (numbers.contains(line[2]) || !paths.isDisjoint(with: line))
            }) {
                "it is mounted"
            } else if swaps.contains(where: paths.contains) {
                "memory is swapped to it"
            } else if parts.contains(where: { !desk.names(in: "\($0)/holders").isEmpty }) {
                "another device is made of it"
            } else {
                nil
            }
    }
}
