/// What Package.swift declares and what lies in the folders are the same.
enum PackageRule {
    /// - Parameter folders: names of the folders that should be targets.
    static func undeclared(folders: [String], targets: [String]) -> [Violation] {
        folders.filter { !targets.contains($0) }.map {
            violation("The folder \($0) belongs to no target; declare it or remove it.")
        }
    }

    /// - Parameter files: number of source files of each target that has a folder.
    static func empty(targets: [String], files: [String: Int]) -> [Violation] {
        targets.filter { files[$0, default: 0] == 0 }.map {
            violation("The target \($0) has no source file; a room appears with its first content.")
        }
    }

    private static func violation(_ message: String) -> Violation {
        Violation(path: "Package.swift", line: 1, message: message)
    }
}
