import Facts
import OrderedCollections

/// Takes machines apart by what they have, component after component.
///
/// Machines of a group have the same facts for every component, less what differs between any two
/// machines of one make (serial numbers, temperatures, addresses, figures).
public struct HardwareGrouping: Sendable {
    /// What each component says, in the reference's order.
    public let components: [ComponentGroups]
    /// Places in the fleet, rising; groups in the order of their first machines, or the
    /// reference's where its defects are asked for.
    public let groups: [[Int]]

    public init(
        _ machines: [BenchmarkedMachine], ignoring ignored: Set<String> = [],
        defects: Set<CardiffDefect> = []
    ) {
        var reader = ComponentReader(ignoring: ignored, defects: defects)
        let keys = machines.map { reader.keys(of: $0.document.facts) }
        components = reader.components.indices.map { index in
            reader.groups(keys.map { $0[index] }, of: reader.components[index])
        }
        var partition = HardwarePartition(machines: machines.count)
        for component in components {
            let groups = component.groups.map(\.machines)
            if defects.contains(.splitsSkipped) {
                partition.splitLikeReference(by: groups)
            } else {
                partition.split(by: groups)
            }
        }
        groups = partition.groups
    }
}
