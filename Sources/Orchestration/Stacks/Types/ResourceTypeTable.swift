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
        return table
    }()

    public subscript(name: String) -> (any ResourceType)? {
        get { types[name] ?? (ResourceRegistry.isTemplate(name) ? templates : nil) }
        set { types[name] = newValue }
    }
}
