import Hardware

extension DiskFacts {
    /// The same disk as the kernel of another boot names it.
    func renamed(_ name: String) -> DiskFacts { changed(name: name) }

    /// The same disk, once partitions on it make up arrays, or do so no more.
    func used(as medium: DiskMedium) -> DiskFacts { changed(medium: medium) }

    /// Another disk of the same kind in the same place. `count` tells it from those before it.
    func replaced(_ count: Int) -> DiskFacts {
        changed(serial: "\(serial)-R\(count)", wwn: "\(wwn)\(count)")
    }

    private func changed(
        name: String? = nil, serial: String? = nil, wwn: String? = nil,
        medium: DiskMedium? = nil
    ) -> DiskFacts {
        // Another disk has other further names too, which nobody has read yet.
        let isSame = serial == nil
        return DiskFacts(
            name: name ?? self.name, model: model, vendor: vendor, serial: serial ?? self.serial,
            wwn: wwn ?? self.wwn, hctl: hctl, byPath: byPath, size: size,
            isRotational: isRotational, furtherSerials: isSame ? furtherSerials : [],
            furtherWWNs: isSame ? furtherWWNs : [],
            wwnWithExtension: isSame ? wwnWithExtension : "",
            wwnVendorExtension: isSame ? wwnVendorExtension : "",
            medium: medium ?? self.medium)
    }
}
