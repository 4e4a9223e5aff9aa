import Documents
import OrderedCollections

/// `hiera`: writes the data that Puppet reads, and in which order it is looked through.
struct HieraHook: DeploymentHook {
    static let dataFolder = "/etc/puppet/hieradata"
    private static let configuration = "/etc/puppet/hiera.yaml"

    let group = "hiera"

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        let config = deployment.document["config"] ?? .null
        if let old = try oldData(on: system) {
            let refusal =
                "Legacy hieradata from os-apply-config has been detected - \(old). Please update "
                + "all of your interfaces to use the new heat-agents hiera hook before proceeding"
            return HookAnswer(output: old, errors: refusal, status: 1).result
        }
        guard config.map != nil else { return HookAnswer.broken("the config is no map") }
        try system.makeFolder(Self.dataFolder, mode: 0o700)
        if let names = config["hierarchy"]?.list {
            let text = Self.text(hierarchy: names.map(\.text))
            try system.replace(
                Self.configuration, with: FileContents(bytes: Array(text.utf8), mode: 0o600))
        }
        for (name, data) in config["datafiles"]?.map ?? [:] {
            let text = data.indentedJSON(by: 4, order: .sorted)
            try system.replace(
                "\(Self.dataFolder)/\(name).json",
                with: FileContents(bytes: Array(text.utf8), mode: 0o600))
        }
        return HookAnswer().result
    }

    /// What the element that wrote this data before has in the metadata; both must not write.
    private func oldData(on system: some NodeSystem) throws(NodeSystemError) -> String? {
        guard let metadata = try? NodeMetadata(listedOn: system) else { return nil }
        let answer = try? metadata.answer(to: "hiera.datafiles", of: .raw, otherwise: "empty")
        return answer == "empty" ? nil : answer
    }

    private static func text(hierarchy: [String]) -> String {
        "\n---\n:backends:\n  - json\n:json:\n  :datadir: \(dataFolder)\n:hierarchy:\n"
            + hierarchy.map { "  - \($0)\n" }.joined()
    }
}
