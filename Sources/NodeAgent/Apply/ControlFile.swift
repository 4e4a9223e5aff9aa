import Documents
import OrderedCollections

/// What a file beside a template (`.oac`) says about the file that the template makes.
///
/// Source: os-apply-config 14.1.0, `oac_file`.
struct ControlFile: Sendable, Hashable {
    static let suffix = ".oac"

    /// Whether the file may be empty; if not, it is removed rather than emptied.
    var allowsEmpty = true
    /// Nil keeps what an existing file has.
    var mode: Int?
    var owner: Int?
    var group: Int?

    init() {}

    init(_ document: DocumentValue, on system: some NodeSystem) throws(ApplyConfigError) {
        guard document.isTrue else { return }
        guard let entries = document.map else { throw ApplyConfigError("header is not a dict") }
        for (key, value) in entries {
            switch key {
            case "allow_empty": allowsEmpty = try Self.truth(value)
            case "mode": mode = try Self.mode(value)
            case "owner": owner = try Self.owner(value, on: system)
            case "group": group = try Self.group(value, on: system)
            default: throw ApplyConfigError("unrecognised file control key '\(key)'")
            }
        }
    }

    private static func truth(_ value: DocumentValue) throws(ApplyConfigError) -> Bool {
        guard case .bool(let truth) = value else {
            throw ApplyConfigError("allow_empty requires Boolean, got: '\(value.text)'")
        }
        return truth
    }

    private static func mode(_ value: DocumentValue) throws(ApplyConfigError) -> Int {
        guard let mode = value.integer else {
            throw ApplyConfigError("mode '\(value.text)' is not numeric")
        }
        guard (0...0o777).contains(mode) else {
            throw ApplyConfigError("mode '0o\(String(mode, radix: 8))' out of range")
        }
        return mode
    }

    private static func owner(
        _ value: DocumentValue, on system: some NodeSystem
    ) throws(ApplyConfigError) -> Int {
        switch value {
        case .string(let name): try number(of: .user(name), named: name, "owner", "passwd", system)
        case .integer(let id):
            try number(of: .userNumber(id), named: String(id), "owner", "passwd", system)
        default: throw ApplyConfigError("owner '\(value.text)' must be a string or int")
        }
    }

    private static func group(
        _ value: DocumentValue, on system: some NodeSystem
    ) throws(ApplyConfigError) -> Int {
        switch value {
        case .string(let name): try number(of: .group(name), named: name, "group", "group", system)
        case .integer(let id):
            try number(of: .groupNumber(id), named: String(id), "group", "group", system)
        default: throw ApplyConfigError("group '\(value.text)' must be a string or int")
        }
    }

    private static func number(
        of account: Account, named name: String, _ key: String, _ database: String,
        _ system: some NodeSystem
    ) throws(ApplyConfigError) -> Int {
        do {
            if let number = try system.number(of: account) { return number }
        } catch { throw ApplyConfigError(error.description) }
        throw ApplyConfigError("\(key) '\(name)' not found in \(database) database")
    }
}
