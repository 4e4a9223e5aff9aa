/// A place in a scenario: keys of mappings and numbers of entries.
struct PartPath: Sendable, Hashable {
    enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    let steps: [Step]

    /// The key in the scenario itself; nil for the scenario as a whole.
    var first: String? { if case .key(let key)? = steps.first { key } else { nil } }

    /// As `machines[2].memory`.
    var text: String {
        steps.reduce(into: "") { text, step in
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .index(let index): text += "[\(index + 1)]"
            }
        }
    }

    /// Every place in a scenario, outer ones first and later ones before earlier ones.
    static func all(in root: ScenarioPart) -> [PartPath] {
        var (paths, level) = ([PartPath](), [([Step](), root)])
        while !level.isEmpty {
            let next = level.flatMap { steps, part in
                children(of: part).map { (steps + [$0], $1) }
            }
            paths += next.map { PartPath(steps: $0.0) }
            level = next
        }
        return paths
    }

    private static func children(of part: ScenarioPart) -> [(Step, ScenarioPart)] {
        let entries = part.entries.map { (Step.key($0.key), $0.part) }
        let items = part.items.enumerated().map { (Step.index($0), $1) }
        return (entries + items).reversed()
    }
}

extension ScenarioPart {
    /// Takes out what stands at a place.
    mutating func remove(_ steps: ArraySlice<PartPath.Step>) {
        guard let step = steps.first else { return }
        let left = steps.dropFirst()
        switch step {
        case .key(let key):
            guard !left.isEmpty, var part = self[key] else { return self[key] = nil }
            part.remove(left)
            self[key] = part
        case .index(let index):
            guard items.indices.contains(index) else { return }
            if left.isEmpty { _ = items.remove(at: index) } else { items[index].remove(left) }
        }
    }

    /// Puts a scalar at a place where one is.
    mutating func set(_ text: String, at steps: ArraySlice<PartPath.Step>) {
        guard let step = steps.first else { return value = .scalar(text, isPlain: true) }
        switch step {
        case .key(let key):
            guard var part = self[key] else { return }
            part.set(text, at: steps.dropFirst())
            self[key] = part
        case .index(let index):
            guard items.indices.contains(index) else { return }
            items[index].set(text, at: steps.dropFirst())
        }
    }

    /// What stands at a place.
    func part(at path: PartPath) -> ScenarioPart? {
        path.steps.reduce(Optional(self)) { part, step in
            switch step {
            case .key(let key): part?[key]
            case .index(let index):
                part.flatMap { $0.items.indices.contains(index) ? $0.items[index] : nil }
            }
        }
    }
}
