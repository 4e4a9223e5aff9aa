/// Paths as files hold them.
enum PathText {
    /// - Parameter directory: an absolute path.
    static func absolute(_ path: String, in directory: String) -> String {
        let whole = path.hasPrefix("/") ? path : directory + "/" + path
        return "/" + parts(whole).joined(separator: "/")
    }

    /// How an absolute path is reached from an absolute folder.
    static func relative(_ path: String, from directory: String) -> String {
        let (target, source) = (parts(path), parts(directory))
        let shared = zip(target, source).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: source.count - shared)
        return (up + target[shared...]).joined(separator: "/")
    }

    /// The folder a path's last part is in.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").reduce(into: []) { parts, part in
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(String(part))
            }
        }
    }
}
