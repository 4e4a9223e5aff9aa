extension ScenarioText {
    /// The same scenario for a file in another folder: paths in it lead where they led.
    ///
    /// - Parameters:
    ///   - old: the absolute path of the folder that they start from.
    ///   - new: that of the folder that they are to start from.
    public func moved(from old: String, to new: String) -> ScenarioText {
        guard old != new else { return self }
        var moved = self
        moved.root = Self.moved(root, key: "", old, new)
        return moved
    }

    /// Keys under which paths stand, wherever they are.
    private static let keys: Set<String> = ["inventory", "needs", "templates", "environments"]

    private static func moved(
        _ part: ScenarioPart, key: String, _ old: String, _ new: String
    ) -> ScenarioPart {
        var part = part
        switch part.value {
        case .scalar(let text, _):
            guard keys.contains(key), !text.hasPrefix("/"), !text.isEmpty else { return part }
            let path = PathText.relative(PathText.absolute(text, in: old), from: new)
            part.value = .scalar(path, isPlain: path.hasPrefix("..") || path.isPlainWord)
        case .list(let items): part.items = items.map { moved($0, key: key, old, new) }
        case .mapping(let entries):
            part.value = .mapping(
                entries.map { .init($0.key, moved($0.part, key: $0.key, old, new)) })
        }
        return part
    }
}
