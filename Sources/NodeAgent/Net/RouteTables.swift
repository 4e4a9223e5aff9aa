import Documents

/// The names of routing tables (`/etc/iproute2/rt_tables`).
enum RouteTables {
    static let path = "/etc/iproute2/rt_tables"

    private static let mark = "# os-net-config managed table"
    private static let reserved = [0: "unspec", 253: "default", 254: "main", 255: "local"]
    private static let standard = """
        # reserved values
        #
        255\tlocal
        254\tmain
        253\tdefault
        0\tunspec
        #
        # local
        #
        #1\tinr.ruhep

        """

    /// What the file is to say: the standard tables, those that others put there, and ours.
    static func text(
        _ tables: [NetworkObject], over old: String
    ) throws(NetworkConfigError) -> String {
        var ours: [Int: String] = [:]
        for table in tables {
            guard let id = table.source["table_id"].flatMap({ Int($0.text) }) else {
                throw NetworkConfigError("the table \(table.name) has no number")
            }
            ours[id] = table.name
        }
        let standardLines = Set(standard.split(separator: "\n", omittingEmptySubsequences: false))
        var text = standard
        for line in old.split(separator: "\n", omittingEmptySubsequences: false)
        where !standardLines.contains(line) && stays(line, beside: ours) {
            text += "\(line)\n"
        }
        for id in ours.keys.sorted() {
            text += "\(id)\t\(ours[id] ?? "")    \(mark)\n"
        }
        return text
    }

    /// - Throws: for a number or a name that the kernel keeps for itself.
    static func check(_ name: String, _ id: DocumentValue) throws(NetworkConfigError) {
        for (number, taken) in reserved.sorted(by: { $0.key < $1.key }) {
            guard id.integer == number || name == taken else { continue }
            let table = id.integer == number ? id.text : name
            throw NetworkConfigError(
                "Route table \"\(table)\" conflicts with reserved table \"\(number) \(taken)\"")
        }
    }

    /// Comments stay, and tables that are neither ours of old nor in the way of one of ours.
    private static func stays(_ line: Substring, beside ours: [Int: String]) -> Bool {
        if line.hasPrefix("#") { return true }
        if line.contains(mark) { return false }
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count > 1, let id = Int(words[0]), id >= 0 else { return false }
        let name = String(words[1])
        return reserved[id] == nil && !reserved.values.contains(name) && ours[id] == nil
            && !ours.values.contains(name)
    }
}
