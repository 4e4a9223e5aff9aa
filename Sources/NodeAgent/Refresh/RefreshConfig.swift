/// os-refresh-config: runs the scripts of all phases; where one fails, those of `error.d`, and
/// nothing further.
public struct RefreshConfig<System: NodeSystem>: Sendable {
    /// Source: os-refresh-config 14.1.0.
    public static var defaultFolder: String { "/usr/libexec/os-refresh-config" }

    private let system: System
    private let folder: String
    private let own: [any RefreshScript]

    /// - Parameter folder: where the phases' folders are, each called after its phase and `.d`.
    public init(on system: System, folder: String) {
        self.init(on: system, folder: folder, own: [])
    }

    /// - Parameter own: scripts that take their places among those of the folders.
    package init(on system: System, folder: String, own: [any RefreshScript]) {
        self.system = system
        self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        self.own = own
    }

    /// - Parameter report: told of every script that ended, in order, those of `error.d` too.
    /// - Throws: the first failure, after the handlers of errors have been run.
    public func run(
        _ report: (String, CommandResult) -> Void = { _, _ in }
    ) async throws(RefreshFailure) {
        try await runScripts { report($0.path, $0.result) }
    }

    package func runScripts(
        _ report: (ScriptEnd) -> Void
    ) async throws(RefreshFailure) {
        for phase in RefreshPhase.allCases {
            let parts = RunParts(
                "\(folder)/\(phase.rawValue).d", on: system,
                own: own.filter { $0.phase == phase })
            guard parts.exists, let failure = await parts.run(report) else { continue }
            let handlers = RunParts("\(folder)/error.d", on: system)
            if handlers.exists { _ = await handlers.run(report) }
            throw RefreshFailure(phase: phase, script: failure.script, result: failure.result)
        }
    }
}
