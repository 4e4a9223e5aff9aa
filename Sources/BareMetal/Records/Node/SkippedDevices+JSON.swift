public import Hardware

extension SkippedDevices {
    /// Reads Ironic's `skip_block_devices`: hints as for the root device, or a volume's name. A
    /// hint that names a volume is not held against disks, whatever else it says.
    ///
    /// - Returns: nil where an entry is neither, or there is none.
    public init?(list: [JSONValue]) {
        var disks: [RootDeviceHints] = []
        var volumes: [RAIDVolumeName] = []
        for entry in list {
            guard let hint = entry.object else { return nil }
            if let name = hint["volume_name"] {
                guard let text = name.text else { return nil }
                volumes.append(RAIDVolumeName(text))
            } else {
                guard let hints = NodePropertyList.hints(hint) else { return nil }
                disks.append(hints)
            }
        }
        guard !disks.isEmpty || !volumes.isEmpty else { return nil }
        self.init(disks: disks, volumes: volumes)
    }

    /// Ironic's form; reading it back gives equal ones.
    var list: [JSONValue] {
        disks.map { .object($0.expressions.mapValues { .text($0) }) }
            + volumes.map { ["volume_name": .text($0.text)] }
    }
}
