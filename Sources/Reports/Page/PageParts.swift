import Pictures
import World

/// Pieces that pages are put together from; all texts that come in are escaped here.
enum PageParts {
    /// A cell of a table.
    enum Cell {
        case text(String)
        /// To the right, with digits of one width.
        case number(String)
        /// A moment of the run, which the page's script goes to.
        case moment(Tick?)
        case code(String)
        /// Markup that is escaped already.
        case markup(String)

        var markup: String {
            switch self {
            case .text(let text): "<td>\(Markup.escaped(text))</td>"
            case .number(let text): "<td class=\"n\">\(Markup.escaped(text))</td>"
            case .moment(let tick):
                "<td class=\"t\">\(tick.map(PageParts.moment) ?? "–")</td>"
            case .code(let text): "<td><code>\(Markup.escaped(text))</code></td>"
            case .markup(let markup): "<td>\(markup)</td>"
            }
        }
    }

    static func section(_ anchor: String, _ title: String, note: String = "", _ body: String)
        -> String
    {
        let remark = note.isEmpty ? "" : "<p class=\"note\">\(Markup.escaped(note))</p>\n"
        return """
            <section id="\(anchor)" aria-labelledby="\(anchor)-title">
            <h2 id="\(anchor)-title">\(Markup.escaped(title))</h2>
            \(remark)\(body)
            </section>

            """
    }

    /// - Parameter numbers: the columns of figures; a table that ends with one is kept narrow.
    static func table(_ heading: [String], _ rows: [[Cell]], numbers: Set<Int> = []) -> String {
        let width = numbers.contains(heading.count - 1) ? "wide narrow" : "wide"
        let head = heading.enumerated().map { index, text in
            "<th scope=\"col\"\(numbers.contains(index) ? " class=\"n\"" : "")>"
                + "\(Markup.escaped(text))</th>"
        }
        let body = rows.map { "<tr>\($0.map(\.markup).joined())</tr>\n" }
        return """
            <div class="\(width)"><table>
            <thead><tr>\(head.joined())</tr></thead>
            <tbody>
            \(body.joined())</tbody>
            </table></div>
            """
    }

    /// A moment that the page's script goes to.
    static func moment(_ tick: Tick) -> String {
        "<a href=\"#t=\(tick.count)\" data-t=\"\(tick.count)\">\(tick)</a>"
    }

    /// Names with what they are, side by side.
    static func facts(_ facts: [(name: String, markup: String)]) -> String {
        let items = facts.map {
            "<div><dt>\(Markup.escaped($0.name))</dt><dd>\($0.markup)</dd></div>\n"
        }
        return "<dl class=\"facts\">\n\(items.joined())</dl>\n"
    }

    /// Figures that are read first.
    static func tiles(_ tiles: [(figure: String, meaning: String)]) -> String {
        let items = tiles.map {
            "<li><b>\(Markup.escaped($0.figure))</b>"
                + "<span>\(Markup.escaped($0.meaning))</span></li>\n"
        }
        return "<ul class=\"tiles\">\n\(items.joined())</ul>\n"
    }

    /// A command with a button that copies it.
    static func command(_ command: String, id: String) -> String {
        """
        <div class="command"><code id="\(id)">\(Markup.escaped(command))</code>\
        <button type="button" data-copies="\(id)">Copy</button></div>

        """
    }

    /// A share in percent.
    static func share(_ part: Int32, of whole: Int32) -> String {
        guard whole > 0 else { return "0 %" }
        let tenths = (Int64(part) * 1000 + Int64(whole) / 2) / Int64(whole)
        if tenths > 0, tenths < 10 { return "under 1 %" }
        return "\((tenths + 5) / 10) %"
    }

    /// A sign for people who do not read the colour.
    static func sign(_ tone: String) -> String {
        let path =
            switch tone {
            case "good": "M12 21l6 6 11-13"
            case "bad": "M13 13l14 14M27 13l-14 14"
            default: "M20 10v13M20 29v1"
            }
        return """
            <svg class="sign" viewBox="0 0 40 40" aria-hidden="true">\
            <circle cx="20" cy="20" r="18" fill="none" stroke="var(--\(tone))" stroke-width="3"/>\
            <path d="\(path)" fill="none" \
            stroke="var(--\(tone))" stroke-width="4" stroke-linecap="round"/></svg>
            """
    }
}
