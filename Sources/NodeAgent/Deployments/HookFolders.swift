import Documents
import OrderedCollections

/// Where a hook works, and where what it carries out writes its outputs.
///
/// Source: heat-agents, `WORKING_DIR` and `OUTPUTS_DIR` of each hook.
struct HookFolders: Sendable {
    let working: String
    private let outputs: String

    init(of group: String) {
        working = "/var/lib/heat-config/heat-config-\(group)"
        outputs = "/var/run/heat-config/heat-config-\(group)"
    }

    func make(on system: some NodeSystem) throws(NodeSystemError) {
        try system.makeFolder(outputs, mode: 0o700)
        try system.makeFolder(working, mode: 0o700)
    }

    /// What `heat_outputs_path` says: the beginning of the paths of outputs.
    func outputsPath(of deployment: HeatDeployment) -> String { "\(outputs)/\(deployment.id)" }

    /// The outputs that were written.
    func found(
        of deployment: HeatDeployment, on system: some NodeSystem
    ) throws(NodeSystemError) -> OrderedDictionary<String, DocumentValue> {
        var found: OrderedDictionary<String, DocumentValue> = [:]
        for name in deployment.outputs {
            if let text = try system.text(of: "\(outputsPath(of: deployment)).\(name)") {
                found[name] = .string(text)
            }
        }
        return found
    }

    /// Writes what is to be run, for its owner alone.
    func write(
        _ text: String, to name: String, mode: Int, on system: some NodeSystem
    ) throws(NodeSystemError) -> String {
        let path = "\(working)/\(name)"
        try system.replace(path, with: FileContents(bytes: Array(text.utf8), mode: mode))
        return path
    }
}
