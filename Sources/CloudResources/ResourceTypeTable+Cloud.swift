public import Orchestration

extension ResourceTypeTable {
    /// Heat's own resources and those of the cloud, whose things are documents of the same store.
    public static let cloud = cloud(.standard)

    /// - Parameter endpoints: where servers find the services that their agents ask.
    public static func cloud(_ endpoints: CloudEndpoints) -> ResourceTypeTable {
        var table = heat
        table.addNova(endpoints)
        return table
    }

    private mutating func addNova(_ endpoints: CloudEndpoints) {
        self["OS::Nova::Server"] = NovaServer(endpoints: endpoints)
    }
}
