/// What stands behind each type that the engine knows.
public struct ResourceTypeTable: Sendable {
    private var types: [String: any ResourceType] = [:]
    private let templates: any ResourceType

    /// - Parameter templates: stands behind all types that are templates.
    public init(templates: any ResourceType) { self.templates = templates }

    /// Heat's own resources, which need no cloud.
    public static let heat: ResourceTypeTable = {
        var table = ResourceTypeTable(templates: ProviderStack())
        table["OS::Heat::None"] = NoResource()
        table["OS::Heat::Value"] = ValueResource()
        table["OS::Heat::RandomString"] = RandomString()
        table["OS::Heat::TestResource"] = TestResource()
        table["OS::Heat::Delay"] = Delay()
        table["OS::Heat::Stack"] = StackResource()
        table["OS::Heat::ResourceGroup"] = ResourceGroup()
        table["OS::Heat::ResourceChain"] = ResourceChain()
        table["OS::Heat::AutoScalingGroup"] = AutoScalingGroup()
        table["OS::Heat::ScalingPolicy"] = ScalingPolicy()
        table.addSignals()
        table.addSoftware(.standard)
        return table
    }()

    public subscript(name: String) -> (any ResourceType)? {
        get { types[name] ?? (ResourceRegistry.isTemplate(name) ? templates : nil) }
        set { types[name] = newValue }
    }

    private mutating func addSignals() {
        for service in ["OS::Heat::", "AWS::CloudFormation::"] {
            self[service + "WaitConditionHandle"] = SignalHandle()
            self[service + "WaitCondition"] = WaitCondition()
        }
        self["OS::Heat::UpdateWaitConditionHandle"] = SignalHandle(update: .forgotten)
        self["OS::Heat::SwiftSignalHandle"] = SignalHandle()
        self["OS::Heat::SwiftSignal"] = WaitCondition()
    }

    /// Configurations of servers, and their deployments.
    ///
    /// - Parameter identity: where servers show who they are that signal to Heat's API.
    public mutating func addSoftware(_ identity: IdentityService) {
        self["OS::Heat::SoftwareConfig"] = SoftwareConfig()
        self["OS::Heat::StructuredConfig"] = SoftwareConfig()
        self["OS::Heat::SoftwareComponent"] = SoftwareConfig(form: .component)
        self["OS::Heat::CloudConfig"] = SoftwareConfig(form: .cloud)
        self["OS::Heat::MultipartMime"] = SoftwareConfig(form: .multipart)
        self["OS::Heat::DeployedServer"] = DeployedServer()
        for kind in ["Software", "Structured"] {
            let type = "OS::Heat::\(kind)Deployment"
            self[type] = SoftwareDeployment(
                form: kind == "Software" ? .plain : .structured, identity: identity)
            for ending in ["Group", "s"] { self[type + ending] = DeploymentGroup(member: type) }
        }
    }
}
