/// The hooks that a machine has, by group: programs in its folders of hooks before those of ours.
package struct DeploymentHooks: Sendable {
    /// Source: heat-agents, `55-heat-config`.
    package static let usualFolders = [
        "/usr/libexec/heat-config/hooks", "/var/lib/heat-config/hooks",
    ]

    /// The hooks of heat-agents that come with ours.
    package static let usual = DeploymentHooks([
        ScriptHook(), ApplyConfigHook(), HieraHook(), JSONFileHook(), PuppetHook(), AnsibleHook(),
        CloudFormationInitHook(), ContainerHook(), ChefHook(), SaltHook(),
    ])

    private let hooks: [any DeploymentHook]
    private let folders: [String]

    package init(_ hooks: [any DeploymentHook], folders: [String] = usualFolders) {
        self.hooks = hooks
        self.folders = folders
    }

    /// These hooks and one more, which goes before one of its group.
    package func with(_ hook: any DeploymentHook) -> DeploymentHooks {
        DeploymentHooks([hook] + hooks, folders: folders)
    }

    /// - Returns: nil where nothing carries out the group.
    func hook(
        for group: String, on system: some NodeSystem
    ) throws(NodeSystemError) -> (any DeploymentHook)? {
        // What is no part of a file's name is left out.
        let name = group.filter { $0 == "-" || $0 == "_" || $0.isLetter || $0.isNumber }
        for folder in folders where !name.isEmpty {
            let path = "\(folder)/\(name)"
            if try system.status(of: path) != nil { return ProgramHook(group: name, path: path) }
        }
        return hooks.first { $0.group == name }
    }
}
