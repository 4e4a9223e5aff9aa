import Hardware

/// Reads what an operator says a machine is like and meant for.
struct DeclaredProperties {
    let processors: Int?
    let memory: ByteCount?
    let disk: ByteCount?
    let architecture: Architecture?
    let capabilities: [Capability]
    let rootDevice: RootDeviceHints?
    let resourceClass: String?

    init(_ mapping: InputMapping) {
        func count(_ key: String, _ unit: String) -> Int? {
            mapping.present(key)?.looseInteger(
                in: 1...NodeReader.largestCount,
                expected: "a whole number of \(unit) above zero"
            )
        }
        func text(_ key: String, _ expected: String) -> String? {
            mapping.present(key)?.looseText(expected: expected)
        }
        processors = count("cpu", "processors")
        memory = count("memory", "MiB").map { .mebibytes(Int64($0)) }
        disk = count("disk", "GiB").map { .gibibytes(Int64($0)) }
        architecture = text("arch", "an architecture, such as x86_64").map { Architecture($0) }
        resourceClass = text("resource_class", "a resource class")
        rootDevice = mapping.present("root_device").flatMap { RootDeviceReader.read($0) }
        let profile = text("profile", "a profile's name")
        capabilities = Self.capabilities(mapping.present("capabilities"), profile: profile)
    }

    /// A `profile` beside the capabilities wins over one among them, as in TripleO.
    private static func capabilities(_ cursor: InputCursor?, profile: String?) -> [Capability] {
        var found = cursor.map { CapabilitiesReader.read($0) } ?? []
        if let profile {
            found.removeAll { $0.name == Capability.profileName }
            found.append(Capability(name: Capability.profileName, value: profile))
        }
        return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
