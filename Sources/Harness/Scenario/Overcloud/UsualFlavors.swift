import Hardware
import Plans

/// The flavors that TripleO's undercloud has for the roles of its templates.
///
/// Source: tripleo-docs, basic deployment: `baremetal` and one for each role, all of a size.
enum UsualFlavors {
    private static let names: [FlavorName] = [
        "baremetal", "control", "compute", "ceph-storage", "block-storage", "swift-storage",
    ]

    /// Those that a scenario does not list itself, as large as the first that it lists.
    static func missing(among listed: [Flavor]) -> [Flavor] {
        guard let model = listed.first else { return [] }
        let known = Set(listed.map(\.name))
        return names.filter { !known.contains($0) }.map {
            Flavor(
                name: $0, processors: model.processors, memory: model.memory, disk: model.disk)
        }
    }
}
