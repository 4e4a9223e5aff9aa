import Foundation

/// No file names a folder of somebody's machine, nor a host packages were once fetched from.
enum MachinePathRule {
    /// Put together here, so that this file does not break its own rule.
    private static let folders = ["root", "work", "home"].map { "/\($0)/" }
    private static let temporary = "/\("tmp")/"
    /// Parts of the names of package mirrors and registries.
    private static let registries = [
        "artifactory", "nexus.", "registry.", "mirror.", "mirrors.", "proxy.", "pypi.", "npmjs.",
        "crates.io", "proxy.golang.org", "docker.io", "quay.io", "ghcr.io",
    ]

    static func violations(path: String, text: String) -> [Violation] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.flatMap { index in
            problems(in: String(lines[index]), path: path).map {
                Violation(path: path, line: index + 1, message: $0)
            }
        }
    }

    private static func problems(in line: String, path: String) -> [String] {
        guard line.contains("/") else { return [] }
        let isScript = path.hasPrefix("ci/") || path.hasPrefix(".ci/")
        let forbidden =
            folders + (path.hasSuffix(".swift") || isScript ? [temporary] : [])
        let paths = forbidden.filter { starts(with: $0, in: line) }.map {
            "\($0) exists on one machine; derive the path, or use a temporary folder."
        }
        let hosts = registries.filter { namesHost($0, in: line) }.map {
            "A host like \($0) is the business of the machine's configuration."
        }
        return paths + hosts
    }

    /// Whether an absolute path begins so: not one inside a longer path or a URL.
    private static func starts(with folder: String, in line: String) -> Bool {
        var rest = line[...]
        while let range = rest.range(of: folder) {
            let before = line[..<range.lowerBound].last
            if before.map({ !$0.isLetter && !$0.isNumber && !"._-/})*~$".contains($0) }) ?? true {
                return true
            }
            rest = rest[range.upperBound...]
        }
        return false
    }

    private static func namesHost(_ name: String, in line: String) -> Bool {
        line.range(
            of: "://[^/ \"]*\(NSRegularExpression.escapedPattern(for: name))",
            options: .regularExpression
        ) != nil
    }
}
