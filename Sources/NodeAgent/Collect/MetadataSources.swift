/// The sources of a machine's metadata, in their order.
package struct MetadataSources: Sendable {
    private var sources: [(name: MetadataSourceName, source: any MetadataSource)] = []

    /// - Parameters:
    ///   - names: the sources, in the order they go over each other.
    ///   - cache: the folder that metadata are kept in.
    ///   - owner: the number of the account that collects.
    ///   - client: a UUID of the machine's own, for queues.
    package init<System: NodeSystem>(
        _ names: [MetadataSourceName], on system: System, _ settings: CollectorSettings,
        over web: any WebTransport, cache: String, owner: Int, client: String
    ) {
        let own = settings.all("DEFAULT", "deployment_key")
        let keys = own.isEmpty ? ["deployments"] : own
        let folders = settings.all("local", "path")
        for name in names {
            let source: any MetadataSource =
                switch name {
                case .heatLocal: HeatLocalSource(on: system, settings)
                case .ec2:
                    EC2Source(
                        on: system, settings, over: web,
                        cached: MetadataCache(on: system, folder: cache).path(of: name.rawValue))
                case .cfn: CloudFormationSource(on: system, settings, over: web)
                case .heat: HeatSource(settings, over: web, keys: keys)
                case .request: RequestSource(settings, over: web, keys: keys)
                case .local:
                    LocalSource(
                        LocalCollector(
                            on: system,
                            folders: folders.isEmpty
                                ? LocalCollector<System>.defaultFolders : folders,
                            owner: owner))
                case .zaqar: ZaqarSource(settings, over: web, keys: keys, client: client)
                }
            sources.append((name, source))
        }
    }

    /// Asks all of them, one after the other.
    package mutating func collect() async -> [(name: MetadataSourceName, collected: Collected)] {
        var collected: [(MetadataSourceName, Collected)] = []
        for index in sources.indices {
            collected.append((sources[index].name, await sources[index].source.collect()))
        }
        return collected
    }
}
