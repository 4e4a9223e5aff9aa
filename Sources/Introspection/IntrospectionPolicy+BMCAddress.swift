extension IntrospectionPolicy {
    /// Whether the machine's own word on where its controller is speaks against the enrolled one.
    ///
    /// A machine knows its controller's address, never its name, so a name and an address say
    /// nothing about each other. All zeros is what ironic-python-agent reports for "none".
    static func contradicts(_ enrolled: String, _ reported: String) -> Bool {
        let (left, right) = (normalized(enrolled), normalized(reported))
        if right.isEmpty || right == "0.0.0.0" || right == unspecified { return false }
        guard isAddress(left) == isAddress(right) else { return false }
        // Controllers often have an address of each family, and the ramdisk reports one of them.
        guard left.contains(":") == right.contains(":") else { return false }
        return left != right
    }

    /// Lower case, without the brackets of a URL and without an IPv6 zone, and IPv6 written out.
    private static func normalized(_ host: String) -> String {
        let bare = host.lowercased().filter { $0 != "[" && $0 != "]" }.prefix { $0 != "%" }
        return bare.contains(":") ? writtenOut(bare) : String(bare)
    }

    /// An IPv6 address as eight groups without leading zeros, so that its spellings compare equal.
    private static func writtenOut(_ address: Substring) -> String {
        let groups = address.split(separator: ":", omittingEmptySubsequences: false)
        let gap = groups.indices.dropFirst().dropLast().first { groups[$0].isEmpty }
        let before = groups[..<(gap ?? groups.endIndex)].filter { !$0.isEmpty }
        let after = gap.map { groups[$0...].filter { !$0.isEmpty } } ?? []
        let missing = max(8 - before.count - after.count, 0)
        let filler = Array(repeating: Substring("0"), count: gap == nil ? 0 : missing)
        return (before + filler + after).map { group in
            let digits = group.drop { $0 == "0" }
            return digits.isEmpty ? "0" : String(digits)
        }.joined(separator: ":")
    }

    /// `::`, written out.
    private static let unspecified = "0:0:0:0:0:0:0:0"

    private static func isAddress(_ host: String) -> Bool {
        host.contains(":") || host.allSatisfy { $0.isWholeNumber || $0 == "." }
    }
}
