public import Hardware

extension RAIDConfiguration {
    /// The volumes' names, in order; whoever gave none gets one by its place.
    public var volumeNames: [RAIDVolumeName] {
        disks.enumerated().map { index, disk in
            disk.name ?? RAIDVolumeName("volume-\(index)")
        }
    }

    /// The root volume's name.
    public var rootName: RAIDVolumeName? {
        disks.firstIndex(where: \.isRoot).map { volumeNames[$0] }
    }
}
