import Documents
import FoundationEssentials

/// Files beside the tests, made with the reference tools.
enum Fixture {
    private static var folder: String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/") + "/Fixtures"
    }

    static func text(_ name: String) throws -> String {
        let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        return String(decoding: data, as: UTF8.self)
    }

    static func document(_ name: String) throws -> DocumentValue {
        try DocumentValue(json: try text(name))
    }
}
