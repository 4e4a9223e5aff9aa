import Introspection
import NodeAgent
import Plans

extension IntrospectionPlan {
    /// What ramdisks are asked for.
    var order: InspectionOrder {
        InspectionOrder(
            collectors: [.inventory, .extraHardware, .lldp, .devices],
            benchmarks: benchmarks.map { benchmark in
                switch benchmark {
                case .cpu: .processors
                case .mem: .memory
                case .disk: .disks
                case .net: .network
                }
            })
    }
}

extension IntrospectionPlan {
    /// How a ramdisk's message is taken.
    var options: InspectionOptions {
        var options = InspectionOptions()
        options.adding =
            switch addingPorts {
            case .pxe: .pxe
            case .active: .active
            case .all: .all
            case .disabled: .disabled
            }
        options.keeping =
            switch keepingPorts {
            case .all: .all
            case .present: .present
            case .added: .added
            }
        return options
    }
}
