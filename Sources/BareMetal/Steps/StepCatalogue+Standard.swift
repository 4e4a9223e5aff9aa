extension StepCatalogue {
    /// What the service and its ramdisk's agent offer every machine, with Ironic's and
    /// ironic-python-agent's priorities.
    public static let standard = StepCatalogue([
        .clean: erasure(.clean),
        .deploy: core + erasure(.deploy),
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
            StepDefinition(.eraseDevicesMetadata, priority: 99, at: .agent, abort: .atOnce)
        ]
    }
}
