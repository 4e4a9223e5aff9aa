extension StepID {
    public static let eraseDevicesMetadata = StepID(.deploy, .eraseDevicesMetadata)
    public static let eraseDevices = StepID(.deploy, .eraseDevices)
    public static let eraseDevicesExpress = StepID(.deploy, .eraseDevicesExpress)
    public static let deploy = StepID(.deploy, .deploy)
    public static let writeImage = StepID(.deploy, .writeImage)
    public static let prepareInstanceBoot = StepID(.deploy, .prepareInstanceBoot)
    public static let tearDownAgent = StepID(.deploy, .tearDownAgent)
    public static let switchToTenantNetwork = StepID(.deploy, .switchToTenantNetwork)
    public static let bootInstance = StepID(.deploy, .bootInstance)
    public static let deleteRAID = StepID(.raid, .deleteConfiguration)
    public static let createRAID = StepID(.raid, .createConfiguration)
    public static let applyRAID = StepID(.raid, .applyConfiguration)
    public static let applyBIOS = StepID(.bios, .applyConfiguration)
    public static let resetBIOS = StepID(.bios, .factoryReset)

    /// What every deployment consists of. Whoever asks for one of these may switch it off, and
    /// change nothing else about it.
    public static let coreOfDeployment: Set<StepID> = [
        .deploy, .writeImage, .prepareInstanceBoot, .tearDownAgent, .switchToTenantNetwork,
        .bootInstance,
    ]
}
