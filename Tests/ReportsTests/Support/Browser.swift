import Foundation
import Testing

/// A browser without a window, which opens a page, lets its scripts run, and tells what became of
/// it.
struct Browser {
    /// Longest it may take, in turns of ``turn``: two minutes on a busy machine.
    private static let turns = 6000
    private static let turn: TimeInterval = 0.02

    static let absence: Comment = "SKIPPED: chromium is not installed"

    private static let program = ["chromium", "chromium-browser", "google-chrome"]
        .flatMap { ["/usr/bin/\($0)", "/usr/local/bin/\($0)"] }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static var isInstalled: Bool { program != nil }

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "updraft-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func close() { try? FileManager.default.removeItem(at: folder) }

    /// The page's elements after its scripts and `probe` have run, as markup.
    ///
    /// - Parameters:
    ///   - probe: a script that runs last, and what it returns is told as ``Sight/told``.
    ///   - size: of the window.
    func open(_ html: String, size: String = "1200,900", probe: String = "return {}") throws
        -> Sight
    {
        let page = folder.appending(path: "page.html")
        try Data(Self.watched(html, probe).utf8).write(to: page)
        let markup = try run([
            "--window-size=\(size)", "--virtual-time-budget=4000", "--dump-dom",
            page.absoluteString,
        ])
        return try Sight(markup)
    }

    /// What a page came to.
    struct Sight {
        let markup: String
        /// Errors of scripts, and what the page's policy forbade.
        let troubles: [String]
        /// What the page has fetched besides itself.
        let fetched: [String]
        /// What the probe returned.
        let told: [String: Any]

        fileprivate init(_ markup: String) throws {
            self.markup = markup
            let start = try #require(markup.range(of: "<pre id=\"probe\">"), "the probe never ran")
            let end = try #require(
                markup.range(of: "</pre>", range: start.upperBound..<markup.endIndex))
            let text = String(markup[start.upperBound..<end.lowerBound])
            let data = try #require(Data(base64Encoded: text))
            let object = try #require(
                try JSONSerialization.jsonObject(with: data) as? [String: Any])
            troubles = object["troubles"] as? [String] ?? ["the probe told nothing"]
            fetched = object["fetched"] as? [String] ?? []
            told = object["told"] as? [String: Any] ?? [:]
        }
    }

    private static func watched(_ html: String, _ probe: String) -> String {
        let early = """
            <script>
            const troubles = [];
            addEventListener("error", (e) => troubles.push(String(e.message)));
            addEventListener("unhandledrejection", (e) => troubles.push(String(e.reason)));
            document.addEventListener("securitypolicyviolation",
              (e) => troubles.push("policy: " + e.blockedURI));
            </script>
            """
        let late = """
            <script>
            setTimeout(() => {
              let told = {};
              try { told = (() => { \(probe) })(); } catch (e) { troubles.push(String(e)); }
              const fetched = performance.getEntriesByType("resource").map((e) => e.name);
              const pre = document.createElement("pre");
              pre.id = "probe";
              const text = JSON.stringify({ troubles, fetched, told });
              pre.textContent = btoa(unescape(encodeURIComponent(text)));
              document.body.append(pre);
            }, 300);
            </script>
            """
        return html.replacingOccurrences(
            of: "<main id=\"main\">", with: early + "<main id=\"main\">"
        )
        .replacingOccurrences(of: "</body>", with: late + "</body>")
    }

    private func run(_ arguments: [String]) throws -> String {
        let output = folder.appending(path: "output")
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.program))
        process.arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--hide-scrollbars", "--user-data-dir=\(folder.appending(path: "profile").path())",
            ] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<Self.turns where process.isRunning { Thread.sleep(forTimeInterval: Self.turn) }
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        return String(decoding: try Data(contentsOf: output), as: UTF8.self)
    }
}
