public import Hardware

extension RAIDConfiguration {
    /// Levels that the operating system's own RAID knows (ironic-python-agent).
    private static let softwareLevels: Set<RAIDLevel> = [
        .stripe, .mirror, .stripedMirrors, .parity, .doubleParity,
    ]

    /// Holds a configuration of software RAID to its rules.
    ///
    /// - Parameters:
    ///   - diskCount: disks the machine has; nil where nobody knows yet.
    ///   - kept: volumes of which one that is there already is to stay: names tell which.
    /// - Throws: ``RAIDRefusal/software(_:)`` with every rule that is broken.
    public func checkSoftware(
        diskCount: Int? = nil, keeping kept: [RAIDVolumeName] = []
    ) throws(RAIDRefusal) {
        var broken: [RAIDRefusal.SoftwareRule] = []
        func check(_ rule: RAIDRefusal.SoftwareRule, _ holds: Bool) {
            if !holds { broken.append(rule) }
        }
        let names = disks.compactMap(\.name)
        check(.oneOrTwo, disks.count <= 2)
        check(.allSoftware, disks.allSatisfy { $0.controller == Self.software })
        check(.firstIsMirror, disks[0].level == .mirror)
        check(.oneMaximum, disks.count { $0.size == .rest } <= 1)
        check(.level, disks.dropFirst().allSatisfy { Self.softwareLevels.contains($0.level) })
        check(.uniqueNames, Set(names).count == names.count)
        check(.named, kept.isEmpty || names.count == disks.count)
        check(.hints, disks.allSatisfy(hasFitHints))
        if let diskCount {
            check(.enoughDisks, disks.allSatisfy { max(2, $0.level.fewestDisks) <= diskCount })
        }
        if !broken.isEmpty { throw .software(broken) }
    }

    private func hasFitHints(_ disk: LogicalDisk) -> Bool {
        switch disk.disks {
        case nil: true
        case .hinted(let hints)?: hints.count >= 2
        case .named?: false
        }
    }
}
