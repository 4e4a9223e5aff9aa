/// A page that needs nothing else: tables and pictures for the screen, light and dark, and for
/// paper. What is told by colour is told by shape or words as well.
public struct PicturePage: Sendable {
    private let title: String
    private let lead: String
    private var sections: [String] = []

    /// - Parameter lead: what stands below the title, as text.
    public init(title: String, lead: String) {
        self.title = title
        self.lead = lead
    }

    /// Adds a heading, what it is about, and markup such as a table's or a picture's.
    public mutating func add(_ heading: String, note: String = "", markup: String) {
        let remark = note.isEmpty ? "" : "<p>\(Markup.escaped(note))</p>\n"
        sections.append(
            "<section>\n<h2>\(Markup.escaped(heading))</h2>\n\(remark)\(markup)\n</section>\n")
    }

    /// The page's text. It is well-formed XML as well.
    public var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>\(Markup.escaped(title))</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <h1>\(Markup.escaped(title))</h1>
        <p>\(Markup.escaped(lead))</p>
        \(sections.joined())</body>
        </html>

        """
    }

    private static let style = """
        :root { color-scheme: light dark; --ground: #fff; --ink: #1c2733; --soft: #55636f; \
        --line: #9aa8b5; --band: #e6edf4; --bad: #b3261e; --good: #1b6ca8; --odd: #8a5a00; }
        @media (prefers-color-scheme: dark) { :root { --ground: #12181f; --ink: #e8eef4; \
        --soft: #a5b4c2; --line: #5b6b7b; --band: #1f2a36; --bad: #ff8a80; --good: #7cc4ff; \
        --odd: #f2c14e; } }
        @media print { :root { --ground: #fff; --ink: #000; --soft: #333; --line: #777; \
        --band: #eee; --bad: #000; --good: #000; --odd: #000; } \
        section { break-inside: avoid; } }
        body { margin: 2rem auto; max-width: 64rem; padding: 0 1rem; background: var(--ground); \
        color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        p { color: var(--soft); }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); \
        vertical-align: top; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
        tr.bad td:first-child { border-left: 4px solid var(--bad); font-weight: 600; }
        svg { max-width: 100%; height: auto; display: block; margin: .5rem 0 1rem; }
        svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
        .soft { fill: var(--soft); } .axis { stroke: var(--line); stroke-width: 1; fill: none; }
        .band { fill: var(--band); } .dot { fill: var(--good); fill-opacity: .55; }
        .low { fill: var(--bad); } .high { fill: var(--odd); }
        .cell { fill: var(--ground); stroke: var(--line); }
        .cell.worse { fill: var(--band); stroke: var(--odd); stroke-dasharray: 4 2; }
        .cell.worst { fill: var(--band); stroke: var(--bad); stroke-width: 3; }
        """
}
