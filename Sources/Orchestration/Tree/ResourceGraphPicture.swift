import OrderedCollections

/// A graph of resources as a picture: SVG that needs nothing else, on light and on dark ground.
public struct ResourceGraphPicture: Sendable {
    /// In the picture's units, which are pixels where nobody scales it.
    private enum Size {
        static let box = (width: 230, height: 44)
        static let gap = (x: 70, y: 14)
        static let margin = 24
        /// Characters that fit into a box.
        static let characters = 30
    }

    private static let style = """
        :root { color-scheme: light dark; --ground: #fff; --ink: #1c2733; --soft: #5c6b7a; \
        --line: #9aa8b5; --box: #eef3f8; --nested: #e3f1e4; }
        @media (prefers-color-scheme: dark) { :root { --ground: #12181f; --ink: #e8eef4; \
        --soft: #9fb0c0; --line: #5b6b7b; --box: #1f2a36; --nested: #1f3325; } }
        .ground { fill: var(--ground); } .box { fill: var(--box); stroke: var(--line); }
        .nested { fill: var(--nested); }
        text { font: 12px system-ui, sans-serif; fill: var(--ink); }
        .type { font-size: 10px; fill: var(--soft); }
        .edge { fill: none; stroke: var(--line); stroke-width: 1.2; }
        """

    private let graph: ResourceGraph
    private let title: String
    private var places: [String: (x: Int, y: Int)] = [:]
    private let columns: [[String]]

    /// - Parameter title: what the picture shows, for those who cannot see it too.
    public init(of graph: ResourceGraph, title: String) {
        self.graph = graph
        self.title = title
        columns = graph.columns
        for (column, names) in columns.enumerated() {
            for (row, name) in names.enumerated() {
                places[name] = (
                    Size.margin + column * (Size.box.width + Size.gap.x),
                    Size.margin + row * (Size.box.height + Size.gap.y)
                )
            }
        }
    }

    /// The picture's text.
    public var svg: String {
        let rows = columns.map(\.count).max() ?? 0
        let width =
            2 * Size.margin + max(1, columns.count) * (Size.box.width + Size.gap.x) - Size.gap.x
        let height = 2 * Size.margin + max(1, rows) * (Size.box.height + Size.gap.y) - Size.gap.y
        let head = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img">
            <title>\(Self.escaped(title))</title>
            <style>\(Self.style)</style>
            <rect class="ground" width="\(width)" height="\(height)"/>

            """
        let edges = graph.nodes.keys.flatMap(edges).joined()
        return head + edges + graph.nodes.values.map(box).joined() + "</svg>\n"
    }

    /// Curves from those that must be there first.
    private func edges(to name: String) -> [String] {
        guard let end = places[name] else { return [] }
        return (graph.needs[name] ?? []).compactMap { other in
            guard let place = places[other] else { return nil }
            let (x, y) = (place.x + Size.box.width, place.y + Size.box.height / 2)
            let target = end.y + Size.box.height / 2
            let bend = max(Size.gap.x / 2, (end.x - x) / 2)
            return """
                <path class="edge" d="M\(x) \(y) C\(x + bend) \(y) \(end.x - bend) \(target) \
                \(end.x) \(target)"/>

                """
        }
    }

    private func box(_ node: ResourceGraph.Node) -> String {
        guard let place = places[node.name] else { return "" }
        let kind = node.isNested ? "box nested" : "box"
        return """
            <g><title>\(Self.escaped("\(node.name) (\(node.type))"))</title>\
            <rect class="\(kind)" x="\(place.x)" y="\(place.y)" width="\(Size.box.width)" \
            height="\(Size.box.height)" rx="6"/>\
            <text x="\(place.x + 10)" y="\(place.y + 19)">\(Self.short(node.name))</text>\
            <text class="type" x="\(place.x + 10)" y="\(place.y + 34)">\
            \(Self.short(node.type))</text></g>

            """
    }

    private static func short(_ text: String) -> String {
        guard text.count > Size.characters else { return escaped(text) }
        let half = Size.characters / 2
        return escaped("\(text.prefix(half))…\(text.suffix(half))")
    }

    private static func escaped(_ text: String) -> String {
        var written = ""
        for character in text {
            switch character {
            case "&": written += "&amp;"
            case "<": written += "&lt;"
            case ">": written += "&gt;"
            case "\"": written += "&quot;"
            default: written.append(character)
            }
        }
        return written
    }
}
