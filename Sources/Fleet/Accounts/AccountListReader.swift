import BareMetal
public import Hardware
import IPMI

/// Reads lists of accounts: YAML, or JSON, of `{ name, password, privilege }`.
public struct AccountListReader {
    /// Places of a controller's table that named users have.
    public static let limit = 15
    private static let keys = ["name", "password", "privilege"]
    private static let levels: [PrivilegeLevel] = [.administrator, .operator, .user]

    private var names: Set<String> = []

    /// - Throws: Everything that is wrong with the list. No message holds a password.
    public static func read(
        _ bytes: [UInt8], file: String
    ) throws(InputProblems) -> [FleetAccount] {
        let log = InputProblemLog(file: file)
        var reader = AccountListReader()
        let root = InputDocument.read(
            bytes, syntax: InputDocument.Syntax(file: file), log: log)
        let accounts = root.map { reader.accounts($0) } ?? []
        try log.throwIfAny()
        return accounts
    }

    private mutating func accounts(_ root: InputCursor) -> [FleetAccount] {
        let shape = "a list of accounts, each { name, password, privilege }"
        guard let entries = root.list(expected: shape) else { return [] }
        if entries.isEmpty { root.report("found an empty list, expected \(shape)") }
        if entries.count > Self.limit {
            entries[Self.limit].report(
                "found \(entries.count) accounts, expected at most \(Self.limit): a controller "
                    + "has no room for more")
        }
        return entries.compactMap { account($0) }
    }

    private mutating func account(_ cursor: InputCursor) -> FleetAccount? {
        guard let mapping = cursor.mapping(expected: "{ name, password, privilege }") else {
            return nil
        }
        mapping.reportUnknownKeys(known: Self.keys)
        let (name, password) = (name(mapping), password(mapping))
        let privilege = privilege(mapping)
        guard let name, let password, let privilege else { return nil }
        return FleetAccount(name: name, password: password, privilege: privilege)
    }

    private mutating func name(_ mapping: InputMapping) -> String? {
        let shape = "a user's name of 1 to \(FleetAccount.longestName) bytes"
        guard let cursor = mapping.required("name", expected: shape),
            let name = cursor.looseText(expected: shape)
        else { return nil }
        guard name.utf8.count <= FleetAccount.longestName else {
            cursor.reportMismatch(expected: shape)
            return nil
        }
        guard names.insert(name).inserted else {
            cursor.report("the name '\(name)' is there twice, expected each once")
            return nil
        }
        return name
    }

    /// Reads without ever quoting what it finds.
    private func password(_ mapping: InputMapping) -> String? {
        let shape = "a password of 1 to \(FleetAccount.longestPassword) bytes"
        guard let cursor = mapping.required("password", expected: shape) else { return nil }
        guard let text = cursor.plainText, !text.isEmpty else {
            cursor.report("found none, expected \(shape)")
            return nil
        }
        guard text.utf8.count <= FleetAccount.longestPassword else {
            cursor.report("found one of \(text.utf8.count) bytes, expected \(shape)")
            return nil
        }
        return text
    }

    private func privilege(_ mapping: InputMapping) -> PrivilegeLevel? {
        let shape = Self.levels.map(\.name).joined(separator: ", ")
        guard let cursor = mapping.required("privilege", expected: shape) else { return nil }
        guard let word = cursor.plainText, let level = PrivilegeLevel(name: word),
            Self.levels.contains(level)
        else {
            cursor.reportMismatch(expected: "one of \(shape)")
            return nil
        }
        return level
    }
}
