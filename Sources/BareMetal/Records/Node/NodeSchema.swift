/// The JSON of a node, as Ironic's API has it.
enum NodeSchema {
    /// Fields that hold a truth value, for which Ironic takes words too.
    private static let truths = [
        "automated_clean", "console_enabled", "disable_power_off", "maintenance", "retired",
        "secure_boot",
    ]
    private static let objects = [
        "driver_info", "extra", "instance_info", "network_data", "properties",
    ]
    private static let texts: [(name: String, longest: Int)] = [
        ("boot_mode", .max), ("chassis_uuid", .max), ("conductor_group", .max),
        ("description", 4096), ("instance_name", 255), ("instance_uuid", .max), ("lessee", .max),
        ("name", .max), ("owner", .max), ("parent_node", 36), ("resource_class", 80),
        ("retired_reason", .max), ("shard", .max), ("uuid", .max),
    ]
    private static let protection = [
        RecordSchema.Field(name: "protected", shapes: [.text, .truth]),
        RecordSchema.Field(name: "protected_reason", shapes: [.text]),
    ]

    /// What a request that makes a node may say.
    static let created = RecordSchema(fields: fields, patchable: [])

    /// What a node is after a patch, and which of it a patch may name.
    static let patched = RecordSchema(
        fields: fields + protection,
        patchable: [
            "automated_clean", "chassis_uuid", "conductor_group", "description",
            "disable_power_off", "driver", "driver_info", "extra", "instance_info",
            "instance_name", "instance_uuid", "lessee", "maintenance", "name", "network_data",
            "owner", "parent_node", "properties", "protected", "protected_reason",
            "resource_class", "retired", "retired_reason", "shard",
        ] + DriverSettings.interfaceKeys)

    private static var fields: [RecordSchema.Field] {
        let driver = RecordSchema.Field(
            name: "driver", shapes: [.text], isNullable: false, isRequired: true)
        return [driver]
            + texts.map { RecordSchema.Field(name: $0.name, shapes: [.text], longest: $0.longest) }
            + truths.map { RecordSchema.Field(name: $0, shapes: [.text, .truth]) }
            + objects.map { RecordSchema.Field(name: $0, shapes: [.object]) }
            + DriverSettings.interfaceKeys.map { RecordSchema.Field(name: $0, shapes: [.text]) }
    }

    /// Words that follow the nodes' own path in the API, which no node can be called by therefore.
    static let reservedNames = [
        "maintenance", "management", "states", "vendor_passthru", "detail", "validate",
    ]
}
