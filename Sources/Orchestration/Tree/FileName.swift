/// Names of files as templates write them: paths from the file in which they stand.
enum FileName {
    /// The name from where everything began, without `.` and `..` as far as that goes.
    static func resolved(_ name: String, from file: String) -> String {
        var name = name
        if name.hasPrefix("file://") { name = String(name.dropFirst("file://".count)) }
        if name.hasPrefix("/") { return normalized(name) }
        guard let slash = file.lastIndex(of: "/") else { return normalized(name) }
        return normalized(file[...slash] + name)
    }

    static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !path.hasPrefix("/") {
                parts.append(part)
            }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
