/// `20-os-apply-config`: makes the system's configuration files.
package struct ApplyConfigScript: RefreshScript {
    package let phase = RefreshPhase.configure
    package let name = "20-os-apply-config"

    /// The metadata's files, in order.
    private let files: [String]

    package init(files: [String]) { self.files = files }

    package func run<System: NodeSystem>(
        on system: System
    ) async throws(NodeSystemError) -> ScriptEnd {
        do throws(ApplyConfigError) {
            let metadata = try NodeMetadata(files: files, on: system)
            let tool = ApplyConfig(on: system, templates: ApplyConfig<System>.defaultTemplates)
            let paths = try await tool.install(metadata, to: "/")
            let said = paths.map { "writing \($0)\n" }.joined()
            return ScriptEnd(status: 0, said: said)
        } catch {
            return ScriptEnd(status: 1, said: "\(error)\n")
        }
    }
}
