import Hardware
import World

/// Reads what a service reports of its work on a node, beyond what operators say of it.
struct NodeReportReader {
    /// What only the service that reports it can know.
    private static let others = [
        "boot_mode", "clean_step", "conductor", "console_enabled", "deploy_step",
        "driver_internal_info", "health", "inspection_finished_at", "inspection_started_at",
        "provision_updated_at", "raid_config", "secure_boot", "service_step",
    ]

    let body: JSONValue

    func read(into node: inout Node) throws(RecordRefusal) {
        node.provisionState = try state()
        node.powerState = power("power_state")
        node.targetPower = power("target_power_state")
        node.lastError = body["last_error"]?.text
        node.reservation = body["reservation"]?.text.map {
            Reservation(holder: $0, term: Term(number: 0))
        }
        if let maintenance = node.maintenance {
            node.maintenance = Maintenance(
                reason: body["maintenance_reason"]?.text ?? maintenance.reason,
                fault: body["fault"]?.text.flatMap(Maintenance.Fault.init))
        }
        node.traits = try traits()
        node.allocation = try identifier("allocation_uuid")
        node.inspection = body["inspection_finished_at"]?.text == nil ? .pending : .finished
        if let target = body["target_raid_config"], target != [:], target != .null {
            do { node.raid = NodeRAID(target: try RAIDConfiguration(target)) } catch {
                throw .invalid("'target_raid_config': \(error)")
            }
        }
        var particulars = node.particulars ?? NodeParticulars()
        for key in Self.others { particulars.reported[key] = body[key] }
        particulars.dates = RecordDates(body)
        node.particulars = particulars.orNil
    }

    /// A service of before the state had a name calls `available` nothing.
    private func state() throws(RecordRefusal) -> ProvisionState {
        guard let value = body["provision_state"] else { return .enroll }
        if value == .null { return .available }
        guard let state = value.text.flatMap(ProvisionState.init) else {
            throw .invalid("'provision_state' cannot be \(value)")
        }
        return state
    }

    private func power(_ key: String) -> PowerState? {
        switch body[key]?.text {
        case "power on": .on
        case "power off": .off
        default: nil
        }
    }

    private func traits() throws(RecordRefusal) -> [Trait] {
        guard let value = body["traits"], value != .null else { return [] }
        return try TraitRules.read(value)
    }

    private func identifier(_ key: String) throws(RecordRefusal) -> Identifier? {
        guard let text = body[key]?.text else { return nil }
        guard let identifier = Identifier(uuid: text) else {
            throw .invalid("'\(key)' is a UUID, and not '\(text)'")
        }
        return identifier
    }
}
