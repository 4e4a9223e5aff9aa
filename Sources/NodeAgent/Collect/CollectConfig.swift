import OrderedCollections

/// os-collect-config's round: keeps what was collected, and runs a command where something changed.
package struct CollectConfig<System: NodeSystem>: Sendable {
    /// What came of a round.
    package struct Round: Sendable, Hashable {
        /// The pieces that have changed since the command last succeeded with them.
        package let changed: [String]
        /// Nil where the command was not run.
        package let result: CommandResult?
    }

    /// Whether the command is run without a change too.
    package enum Occasion: Sendable, Hashable {
        case change, always
    }

    private let cache: MetadataCache<System>
    private let backup: String?

    /// - Parameters:
    ///   - cache: the folder that pieces are kept in.
    ///   - backup: the folder that they are copied to when something changed.
    package init(
        on system: System, cache: String = MetadataCache<System>.defaultFolder,
        backup: String? = nil
    ) {
        self.cache = MetadataCache(on: system, folder: cache)
        self.backup = backup
    }

    /// - Parameters:
    ///   - sources: what each source says, in the order of sources; nil of one that says nothing
    ///     in this round, whose files stay what they are and are in no list.
    ///   - command: told the paths of the pieces' files.
    package func round(
        _ sources: [[CollectedDocument]?], on occasion: Occasion = .change,
        command: ([String]) async throws(NodeSystemError) -> CommandResult
    ) async throws(NodeSystemError) -> Round {
        let documents = sources.compactMap(\.self).flatMap(\.self)
        var changed: OrderedSet<String> = []
        for document in documents where try cache.store(document) {
            changed.append(document.name)
        }
        if !changed.isEmpty {
            try cache.list(documents.map(\.name))
            if let backup { try cache.copy(to: backup) }
        }
        guard !changed.isEmpty || occasion == .always else {
            return Round(changed: [], result: nil)
        }
        let result = try await command(documents.map { cache.path(of: $0.name) })
        if result.status == 0 {
            for name in changed { try cache.commit(name) }
        }
        return Round(changed: Array(changed), result: result)
    }

    /// A round with a command of the shell, which gets the paths in `OS_CONFIG_FILES`.
    package func round(
        _ sources: [[CollectedDocument]?], on occasion: Occasion = .change, shell command: String,
        of system: System
    ) async throws(NodeSystemError) -> Round {
        try await round(sources, on: occasion) { files throws(NodeSystemError) in
            let variable = EnvironmentEntry("OS_CONFIG_FILES", files.joined(separator: ":"))
            return try await system.run(
                NodeCommand("/bin/sh", ["-c", command], environment: [variable]))
        }
    }
}
