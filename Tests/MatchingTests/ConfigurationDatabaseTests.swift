import Documents
import Matching
import OrderedCollections
import Testing

@Suite struct ConfigurationDatabaseTests {
    private func column(_ pattern: String) throws -> [String] {
        let text = DocumentValue.string(pattern).notation
        return try ConfigurationDatabase("generate({'x': \(text)})").entries
            .compactMap { $0.values["x"]?.string }
    }

    @Test(arguments: [
        ("192.168.1.10-12", ["192.168.1.10", "192.168.1.11", "192.168.1.12"]),
        ("host10-12", ["host10", "host11", "host12"]),
        ("host001-003", ["host001", "host002", "host003"]), ("host", ["host"]),
        ("1-3:10-12", ["1", "2", "3", "10", "11", "12"]),
        ("100-100:94-90", ["100", "94", "93", "92", "91", "90"]),
        ("rack1-2.example.org", ["rack1.example.org", "rack2.example.org"]),
        ("10.0.1-2.8-9", ["10.0.1.8", "10.0.1.9", "10.0.2.8", "10.0.2.9"]),
        ("D7-H.1.0.0", ["D7-H.1.0.0"]), ("098-101", ["098", "099", "100", "101"]),
    ]) func `ranges stand for their numbers`(pattern: String, expected: [String]) throws {
        #expect(try column(pattern) == expected)
    }

    @Test func `the shortest range ends the entries`() throws {
        let entries = try ConfigurationDatabase(
            "generate({'gw': '10.0.0.1', 'ip': '10.0.0.10-12', 'host': ['a', 'b'], 'n': 5})"
        ).entries
        #expect(entries.count == 2)
        #expect(
            entries[1].values == ["gw": "10.0.0.1", "ip": "10.0.0.11", "host": "b", "n": 5])
    }

    @Test(arguments: [
        "generate({'ip': '0-255.0-255.0-255.0-255'})", "generate('x')", "{'a': 1}", "[1]",
        "[{'a': exec('x')}]", "generate({'a': 'b'}, {'c': 'd'})",
    ]) func `what is no database is refused`(text: String) {
        #expect(throws: PythonSyntaxError.self) { _ = try ConfigurationDatabase(text) }
    }
}
