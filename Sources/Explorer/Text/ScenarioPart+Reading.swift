import Documents
import Yams

extension ScenarioPart {
    /// A node of a YAML tree with the comments at it.
    init(_ node: Yams.Node, _ comments: inout CommentLines) {
        switch node {
        case .scalar(let scalar):
            self.init(
                .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any))
            if let line = scalar.mark?.line { trail = comments.trail(of: line) }
        case .sequence(let sequence): self.init(sequence, &comments)
        case .mapping(let mapping): self.init(mapping, &comments)
        case .alias: self.init(.scalar("", isPlain: true))
        }
    }

    private init(_ sequence: Yams.Node.Sequence, _ comments: inout CommentLines) {
        self.init(.list([]), style: Self.style(at: sequence.mark, comments))
        for item in sequence {
            let line = item.mark?.line ?? 0
            let lead = style == .block ? comments.lead(before: line) : []
            let trail = style == .block ? comments.trail(of: line) : nil
            var part = ScenarioPart(item, &comments)
            part.lead = lead
            part.trail = trail ?? part.trail
            items.append(part)
        }
    }

    private init(_ mapping: Yams.Node.Mapping, _ comments: inout CommentLines) {
        let style = Self.style(at: mapping.mark, comments)
        var entries: [Entry] = []
        for (key, value) in mapping {
            let line = key.mark?.line ?? 0
            let lead = style == .block ? comments.lead(before: line) : []
            let trail = style == .block ? comments.trail(of: line) : nil
            var part = ScenarioPart(value, &comments)
            part.lead = lead + part.lead
            part.trail = trail ?? part.trail
            let name = key.scalar.map { DuplicateKey.restored($0.string) } ?? ""
            entries.append(Entry(name, part))
        }
        self.init(.mapping(entries), style: style)
    }

    /// How a collection is written. Yams takes the style from where a collection ends, which tells
    /// none, so the text is asked.
    private static func style(at mark: Yams.Mark?, _ comments: CommentLines) -> Style {
        guard let mark else { return .block }
        return comments.isFlow(at: mark.line, mark.column) ? .flow : .block
    }
}
