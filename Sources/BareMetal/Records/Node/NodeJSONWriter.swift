import Hardware
import World

/// Writes a node as Ironic's API answers with it, less its links.
struct NodeJSONWriter {
    let node: Node
    let nodes: NodeIndex

    private var particulars: NodeParticulars { node.particulars ?? NodeParticulars() }

    /// - Returns: the body with everything in it, secrets too.
    var body: [String: JSONValue] {
        var body = record
        body.merge(work) { $1 }
        body.merge(choices) { $1 }
        body.merge(others) { $1 }
        for key in DriverSettings.interfaceKeys {
            body[key] = .orNull(node.driverSettings?.interfaces[key])
        }
        particulars.dates.put(in: &body)
        return body
    }

    private var record: [String: JSONValue] {
        [
            "uuid": .text(node.uuid.text),
            "name": node.name.text == node.uuid.text ? .null : .text(node.name.text),
            "driver": .text(node.driver.text),
            "driver_info": .object(
                NodeDriverInfo(node).body(writtenAs: particulars.driverInfo)),
            "properties": .object(
                NodePropertyList(node).body(writtenAs: particulars.properties)),
            "chassis_uuid": .orNull(node.chassis?.text),
            "conductor_group": .text(node.conductorGroup.text),
            "resource_class": .orNull(node.resourceClass?.text),
            "traits": .list(node.traits.map { .text($0.text) }),
            "owner": .orNull(node.owner?.text), "lessee": .orNull(node.lessee?.text),
            "description": .orNull(particulars.description),
            "extra": .object(particulars.extra), "shard": .orNull(particulars.shard),
            "parent_node": .orNull(particulars.parent?.text),
            "network_data": .object(particulars.networkData),
            "allocation_uuid": .orNull(node.allocation?.text),
            "instance_uuid": .orNull((node.instance?.id ?? node.allocation)?.text),
            "instance_name": .orNull(particulars.instanceName),
            "instance_info": .object(instanceInfo),
        ]
    }

    /// What was written down for the instance; what it was placed with, where nothing was.
    private var instanceInfo: [String: JSONValue] {
        guard particulars.instanceInfo.isEmpty, let instance = node.instance,
            !instance.image.name.text.isEmpty
        else { return particulars.instanceInfo }
        var info: [String: JSONValue] = [
            "image_source": .text(instance.image.name.text), "display_name": .text(instance.owner),
            "image_os_hash_value": .text(instance.image.digest.text),
        ]
        if !instance.traits.isEmpty {
            info["traits"] = .list(instance.traits.map { .text($0.text) })
        }
        return info
    }

    private var work: [String: JSONValue] {
        [
            "provision_state": .text(node.provisionState.rawValue),
            "target_provision_state": .orNull(node.target?.rawValue),
            "power_state": Self.power(node.powerState),
            "target_power_state": Self.power(node.targetPower),
            "last_error": .orNull(node.lastError),
            "reservation": .orNull(node.reservation?.holder),
            "target_raid_config": node.raid?.target?.body ?? [:],
        ]
    }

    private static func power(_ state: PowerState?) -> JSONValue {
        .orNull(state.map { "power \($0.rawValue)" })
    }

    private var choices: [String: JSONValue] {
        let reason = node.maintenance.flatMap { $0.reason.isEmpty ? nil : $0.reason }
        return [
            "maintenance": .truth(node.maintenance != nil),
            "maintenance_reason": .orNull(reason),
            "fault": .orNull(node.maintenance?.fault?.rawValue),
            "protected": .truth(node.protection != nil),
            "protected_reason": .orNull(node.protection?.reason),
            "retired": .truth(node.retirement != nil),
            "retired_reason": .orNull(node.retirement?.reason),
            "automated_clean": node.automatedCleaning.map { .truth($0 == .enabled) } ?? .null,
            "disable_power_off": .truth(particulars.offSwitch == .disabled),
        ]
    }

    /// What another service told of its work gives way to what is known here.
    private var others: [String: JSONValue] {
        var body: [String: JSONValue] = [
            "boot_mode": .null, "secure_boot": .null, "console_enabled": false,
            "clean_step": [:], "deploy_step": [:], "service_step": [:], "raid_config": [:],
            "driver_internal_info": [:], "health": .null, "inspection_started_at": .null,
            "inspection_finished_at": .null, "provision_updated_at": .null,
        ]
        body.merge(particulars.reported) { $1 }
        if let progress = node.step, let step = progress.step {
            body["\(progress.plan.kind)_step"] = .object(step.body)
        }
        if let date = node.provisionUpdated { body["provision_updated_at"] = .text(date.iso8601) }
        if let disks = node.raid?.reported {
            body["raid_config"] = [
                "logical_disks": disks, "last_updated": .orNull(node.raid?.updated?.iso8601),
            ]
        }
        return body
    }
}

extension Step {
    /// As Ironic reports it.
    fileprivate var body: [String: JSONValue] {
        [
            "interface": .text(interface.rawValue), "step": .text(name.text),
            "priority": .integer(priority), "args": .object(arguments),
            "abortable": .truth(isAbortable), "requires_ramdisk": .truth(needsRamdisk),
        ]
    }
}
