/// A scenario file says why it exists, is named as its scenario, and lies where it is run.
enum ScenarioRule {
    /// Inventories and templates lie beside the scenarios that use them and are none themselves.
    private static let exempt = ["Scenarios/inventories/", "Scenarios/templates/"]

    /// - Parameter runFolders: the folders the suite runs, by name; `Scenarios` stands for the
    ///   files directly in it.
    static func violations(path: String, text: String, runFolders: Set<String>) -> [Violation] {
        guard !exempt.contains(where: path.hasPrefix) else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let problems = [
            headerProblem(lines), nameProblem(lines, path: path),
            folderProblem(path, runFolders: runFolders),
        ]
        return problems.compactMap { $0 }.map { Violation(path: path, line: 1, message: $0) }
    }

    private static func headerProblem(_ lines: [String]) -> String? {
        guard let first = lines.first, first.hasPrefix("# "), first.count > 10 else {
            return "The file does not begin with a comment that says what it asks and why."
        }
        return nil
    }

    private static func nameProblem(_ lines: [String], path: String) -> String? {
        let key = "scenario:"
        guard let line = lines.first(where: { $0.hasPrefix(key) }) else {
            return "The file has no line `\(key) NAME`."
        }
        let value = line.dropFirst(key.count).prefix { $0 != "#" }
        let name = value.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        let base = path.split(separator: "/").last?.split(separator: ".").first ?? ""
        return name == base ? nil : "The scenario is named \(name), its file \(base)."
    }

    private static func folderProblem(_ path: String, runFolders: Set<String>) -> String? {
        let folders = path.split(separator: "/").dropLast()
        guard let folder = folders.last.map(String.init), runFolders.contains(folder) else {
            return "No run of the suite lists the folder this file lies in."
        }
        return nil
    }
}
