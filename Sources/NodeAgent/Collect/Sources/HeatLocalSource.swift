import Documents
import OrderedCollections

/// `heat_local`: what Heat put on the machine when it was made.
package struct HeatLocalSource<System: NodeSystem>: MetadataSource {
    package static var defaultPaths: [String] { ["/var/lib/heat-cfntools/cfn-init-data"] }

    private let system: System
    private let paths: [String]

    package init(on system: System, _ settings: CollectorSettings) {
        self.system = system
        let paths = settings.all("heat_local", "path")
        self.paths = paths.isEmpty ? Self.defaultPaths : paths
    }

    package func collect() async -> Collected {
        var content: OrderedDictionary<String, DocumentValue> = [:]
        for path in paths {
            guard let text = try? system.text(of: path),
                let entries = (try? DocumentValue(json: text))?.map
            else { continue }
            content.merge(entries) { $1 }
        }
        guard !content.isEmpty else {
            return .unavailable("nothing in \(paths.joined(separator: ", "))")
        }
        return .documents([
            CollectedDocument(MetadataSourceName.heatLocal.rawValue, .map(content))
        ])
    }
}
