public import Hardware

/// A step by Ironic's name for it.
public struct StepName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

extension StepName {
    public static let eraseDevicesMetadata: StepName = "erase_devices_metadata"
    public static let finalizeRescue: StepName = "finalize_rescue"
    public static let eraseDevices: StepName = "erase_devices"
    public static let eraseDevicesExpress: StepName = "erase_devices_express"
    public static let deploy: StepName = "deploy"
    public static let writeImage: StepName = "write_image"
    public static let prepareInstanceBoot: StepName = "prepare_instance_boot"
    public static let tearDownAgent: StepName = "tear_down_agent"
    public static let switchToTenantNetwork: StepName = "switch_to_tenant_network"
    public static let bootInstance: StepName = "boot_instance"
    public static let deleteConfiguration: StepName = "delete_configuration"
    public static let createConfiguration: StepName = "create_configuration"
    public static let applyConfiguration: StepName = "apply_configuration"
    public static let factoryReset: StepName = "factory_reset"
}
