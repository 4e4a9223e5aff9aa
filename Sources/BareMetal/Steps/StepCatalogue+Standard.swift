extension StepCatalogue {
    /// What the service and its ramdisk's agent offer every machine, with Ironic's and
    /// ironic-python-agent's priorities.
    public static let standard = StepCatalogue([
        .clean: erasure(.clean) + raidSteps + biosSteps,
        .deploy: core + erasure(.deploy) + [applyRAID] + biosSteps,
        .service: [applyRAID] + biosSteps,
    ])

    private static let core = [
        StepDefinition(
            .deploy, priority: 100, at: .conductor, abort: .atOnce, ramdisk: .notRequired),
        StepDefinition(.writeImage, priority: 80, at: .agent),
        StepDefinition(.prepareInstanceBoot, priority: 60, at: .conductor),
        StepDefinition(.tearDownAgent, priority: 40, at: .conductor),
        StepDefinition(
            .switchToTenantNetwork, priority: 30, at: .conductor, ramdisk: .notRequired),
        StepDefinition(.bootInstance, priority: 20, at: .conductor, ramdisk: .notRequired),
    ]

    private static func erasure(_ kind: StepKind) -> [StepDefinition] {
        guard kind == .clean else {
            return [StepDefinition(.eraseDevicesMetadata, priority: 0, at: .agent)]
        }
        return [
            StepDefinition(.eraseDevices, priority: 10, at: .agent, abort: .atOnce),
            StepDefinition(.eraseDevicesMetadata, priority: 99, at: .agent, abort: .atOnce),
            StepDefinition(.eraseDevicesExpress, priority: 0, at: .agent, abort: .atOnce),
        ]
    }

    private static let raidSteps = [
        StepDefinition(
            .createRAID, priority: 0, at: .conductor, ramdisk: .notRequired,
            taking: [
                StepArgument(
                    "create_root_volume", .optional, "whether the root volume is created"),
                StepArgument(
                    "create_nonroot_volumes", .optional, "whether the others are created"),
                StepArgument(
                    "delete_existing", .optional, "whether existing volumes are deleted first"),
            ]),
        StepDefinition(.deleteRAID, priority: 0, at: .conductor, ramdisk: .notRequired),
    ]

    /// What the agent offers in place of a controller's steps (ironic-python-agent).
    static let softwareRAID: KeyValuePairs<StepKind, [StepDefinition]> = [
        .clean: agentRAID, .deploy: [agentApplyRAID], .service: [agentApplyRAID],
    ]

    private static let agentRAID = [
        StepDefinition(
            .createRAID, priority: 0, at: .agent, abort: .atOnce,
            taking: [
                StepArgument(
                    "create_root_volume", .optional, "whether the root volume is created"),
                StepArgument(
                    "create_nonroot_volumes", .optional, "whether the others are created"),
            ]),
        StepDefinition(.deleteRAID, priority: 0, at: .agent, abort: .atOnce),
    ]

    private static let applyRAID = StepDefinition(
        .applyRAID, priority: 0, at: .conductor, ramdisk: .notRequired, taking: appliedRAID)

    private static let agentApplyRAID = StepDefinition(
        .applyRAID, priority: 0, at: .agent, taking: appliedRAID)

    private static let appliedRAID = [
        StepArgument("raid_config", .required, "the RAID configuration to apply"),
        StepArgument(
            "delete_existing", .optional, "whether existing volumes are deleted first"),
    ]

    private static let biosSteps = [
        StepDefinition(
            .applyBIOS, priority: 0, at: .conductor, ramdisk: .notRequired,
            taking: [StepArgument("settings", .required, "a list of settings, each name and value")]
        ),
        StepDefinition(.resetBIOS, priority: 0, at: .conductor, ramdisk: .notRequired),
    ]
}
