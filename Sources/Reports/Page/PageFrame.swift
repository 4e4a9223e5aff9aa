import Pictures

/// The frame of a report's page, which needs nothing but itself: it may not even ask for more.
struct PageFrame {
    let title: String
    /// What stands at the very top.
    let heading: String
    /// Anchors to the page's sections, with their names.
    let links: [(anchor: String, name: String)]
    let body: String
    let footer: String
    /// Scripts and their data, which come last.
    var scripts = ""

    /// Nothing is fetched, sent or embedded, whatever is in the page.
    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
        + "img-src data:; base-uri 'none'; form-action 'none'"

    var html: String {
        let nav = links.map { "<a href=\"#\($0.anchor)\">\(Markup.escaped($0.name))</a>" }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <link rel="icon" href="data:,"/>
            <title>\(Markup.escaped(title))</title>
            <style>
            \(PageStyle.text)</style>
            </head>
            <body>
            <a class="skip" href="#main">To the report</a>
            <header><span>\(Markup.escaped(heading))</span>\
            <nav aria-label="Sections">\(nav.joined(separator: "\n"))</nav></header>
            <main id="main">
            \(body)</main>
            <footer>\(footer)</footer>
            \(scripts)</body>
            </html>

            """
    }
}
