import Fleet
import Foundation
import IPMI

/// What is said of a farm once all of it answers.
struct FarmAnnouncement {
    /// With at least one machine.
    let plan: FarmPlan
    let accounts: [FleetAccount]

    /// The inventory to use with it, on standard output.
    func print(_ inventory: FarmInventory) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        StandardOutput.print(String(decoding: try encoder.encode(inventory), as: UTF8.self))
        try StandardOutput.check()
    }

    var ready: String {
        let names = accounts.map { "\($0.name) (\($0.privilege.name))" }
        let (first, last) = (plan.machines[0], plan.machines[plan.machines.count - 1])
        let range =
            plan.machines.count == 1 ? "\(first.address)" : "\(first.address) to \(last.address)"
        return "ready: \(plan.machines.count) BMCs over IPMI at \(range), users "
            + names.joined(separator: ", ")
    }
}
