import Facts
import Foundation
import Testing

struct FactDocumentTests {
    private static let shared = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/inputs")
    private static let arePresent = FileManager.default.fileExists(atPath: shared.path)

    @Test("Python's tuples and JSON's lists say the same")
    func forms() throws {
        let python = try FactDocument(
            """
            # what hardware-detect wrote
            [('disk', u'sda', 'size', '299'),
             ('memory',
              'bank:0', "it's", 'a' 'b'),
             ('cpu', 'logical', 'number', 32),]
            """, origin: "a.hw")
        let json = try FactDocument(
            """
            [["disk", "sda", "size", "299"], ["memory", "bank:0", "it's", "ab"],
             ["cpu", "logical", "number", 32]]
            """, origin: "a.json")
        #expect(python.facts == json.facts)
        #expect(python.form == .pythonTuples && json.form == .jsonTuples)
        #expect(try FactDocument(python.pythonText, origin: "b").facts == python.facts)
        #expect(try FactDocument(python.jsonText, origin: "b").facts == python.facts)
    }

    @Test(
        "a document that is cut short is refused with its place",
        arguments: [
            ("[('disk', 'sda', 'size', '29", 1, 26), ("[('disk', 'sda',\n ('cpu',", 2, 9),
            ("[('disk', 'sda', 'size', '299')\n ('cpu', 'a', 'b', 'c')]", 2, 2), ("", 1, 1),
        ])
    func truncation(text: String, line: Int, column: Int) {
        let error = #expect(throws: FactDocumentError.self) {
            try FactDocument(text, origin: "x.hw")
        }
        #expect(error?.line == line && error?.column == column)
    }

    @Test("entries that are no facts are passed over with a remark, all of them is an error")
    func oddEntries() throws {
        let document = try FactDocument("[('a', 'b', 'c', 'd'), ('a', 'b'), 7]", origin: "x")
        #expect(document.facts == [Fact("a", "b", "c", "d")])
        #expect(document.remarks == ["entry 2 is no 4-tuple", "entry 3 is no 4-tuple"])
        #expect(throws: FactDocumentError.self) { try FactDocument("[1, 2]", origin: "x") }
        #expect(throws: FactDocumentError.self) { try FactDocument("{'a': 1}", origin: "x") }
    }

    @Test("an inventory with extra data becomes the facts of both")
    func inventory() throws {
        let document = try FactDocument(
            """
            {"inventory": {"cpu": {"count": 4, "model_name": "Xeon"},
              "memory": {"physical_mb": 1024},
              "disks": [{"name": "/dev/sda", "size": 500107862016, "rotational": true}],
              "interfaces": [{"name": "eth0", "mac_address": "52:54:00:11:22:33"}],
              "system_vendor": {"serial_number": "S1", "product_name": "P"}},
             "data": [["disk", "sda", "standalone_read_1M_KBps", "1234"],
                      ["cpu", "logical", "number", "4"]]}
            """, origin: "x")
        #expect(document.form == .inventory)
        #expect(document.value("system", "product", "serial") == "S1")
        #expect(document.value("memory", "total", "size") == "1073741824")
        #expect(document.value("disk", "sda", "size") == "500")
        #expect(document.value("disk", "sda", "standalone_read_1M_KBps") == "1234")
        #expect(document.value("network", "eth0", "serial") == "52:54:00:11:22:33")
        #expect(document.facts.filter { $0.key == "number" }.count == 1)
        let sorted = try FactDocument(
            #"{"extra": {"cpu": {"logical": {"number": 4}}}}"#, origin: "x")
        #expect(sorted.facts == [Fact("cpu", "logical", "number", "4")])
    }

    @Test("a hundred thousand facts are read")
    func many() throws {
        let lines = (0..<100_000).map { "('cpu', 'logical_\($0)', 'bogomips', '\($0)')" }
        let document = try FactDocument("[\(lines.joined(separator: ",\n"))]", origin: "x")
        #expect(document.facts.count == 100_000)
    }

    @Test("values that are no figures are told apart")
    func numbers() {
        #expect(FactNumber(" 12.5 ") == .finite(12.5))
        #expect(FactNumber("nan") == .notANumber)
        #expect(FactNumber("-inf") == .infinite)
        #expect(FactNumber("-3") == .negative(-3))
        #expect(FactNumber("") == .unreadable(""))
        #expect(FactNumber("0x10") == .unreadable("0x10"))
        #expect(FactNumber("12 MB") == .unreadable("12 MB"))
    }

    @Test(
        "real facts of several makers are read whole",
        .enabled(if: arePresent, "there is no ../shared beside this clone"),
        arguments: [
            ("edeploy/config/hw", 3), ("hardware/cardiff_samples", 19),
            ("hardware/inline/test_matcher", 1),
        ])
    func samples(folder: String, count: Int) throws {
        let place = Self.shared.appending(path: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(names.count == count)
        for name in names {
            let text = try String(contentsOf: place.appending(path: name), encoding: .utf8)
            let document = try FactDocument(text, origin: name)
            #expect(document.facts.count > 30 && document.remarks.isEmpty, "\(name)")
        }
    }
}
