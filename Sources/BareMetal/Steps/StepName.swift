public import Hardware

/// A step by Ironic's name for it.
public struct StepName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

extension StepName {
    public static let eraseDevicesMetadata: StepName = "erase_devices_metadata"
    public static let finalizeRescue: StepName = "finalize_rescue"
    public static let writeImage: StepName = "write_image"
    public static let prepareInstanceBoot: StepName = "prepare_instance_boot"
    public static let tearDownAgent: StepName = "tear_down_agent"
    public static let switchToTenantNetwork: StepName = "switch_to_tenant_network"
    public static let bootInstance: StepName = "boot_instance"
}
