import Documents
import Facts
import Matching
import OrderedCollections
import TestFiles
import Testing

@Suite struct SpecLanguageTests {
    private func match(_ facts: [Fact], _ spec: String) throws -> SpecMatch {
        try SpecMatcher(MatchSpec(spec), on: FactSheet(facts)).match()
    }

    private func fits(_ value: String, _ function: String) throws -> Bool {
        let text = DocumentValue.string(function).notation
        let spec = try MatchSpec("[('disk', '$d', 'size', \(text))]")
        let sheet = FactSheet([Fact("disk", "sda", "size", value)])
        return (try? SpecMatcher(spec, on: sheet).match()) != nil
    }

    @Test(arguments: [
        ("20", "gt(10)", true), ("10", "gt(10)", false), ("10.5", "ge(10.1)", true),
        ("20", "le(20)", true), ("20", "lt(20)", false), ("20", "range(20, 25)", true),
        ("20", "in(10, 20, 30)", true), ("20", "in(\"10\", '20')", true),
        ("10.0.0.7", "network(10.0.0.0/24)", true), ("10.0.1.7", "network(10.0.0.0/24)", false),
        ("10.0.0.7", "network(10.0.0.0/255.255.255.0)", true),
        ("28:d2:44", "regexp(^28:d2:)", true), ("20:d2:44", "not(regexp(^28:d2:))", true),
        ("40", "and(gt(20), lt(50))", true), ("40", "or(lt(20), gt(30))", true),
        ("40", "not(gt(100))", true), ("40", "near(40)", false),
        // The reference cannot split these; parentheses keep arguments together here.
        ("40", "and(range(20, 50), not(in(30, 35)))", true), ("aa", "regexp(^a{1,2}$)", true),
        // The reference stops with an error here; what cannot be asked is not matched.
        ("unknown", "gt(4)", false), ("unknown", "not(gt(4))", false),
        ("unknown", "or(gt(4), in(unknown))", true), ("nan", "gt(4)", false),
        ("inf", "gt(4)", true), ("", "gt(4)", false),
    ]) func `functions compare as the reference's`(
        value: String, function: String, expected: Bool
    ) throws {
        #expect(try fits(value, function) == expected)
    }

    @Test func `a fact serves one line only`() throws {
        let spec = "[('disk', '$a', 'size', '8'), ('disk', '$b', 'size', '8')]"
        let one = [Fact("disk", "sda", "size", "8")]
        let mismatch = #expect(throws: SpecMismatch.self) { _ = try match(one, spec) }
        #expect(mismatch?.cause == .exhausted)
        let two = one + [Fact("disk", "sdb", "size", "8")]
        #expect(try match(two, spec).variables == ["a": "sda", "b": "sdb"])
    }

    @Test func `choices are taken back until variables agree`() throws {
        let facts = [
            Fact("disk", "vda", "size", "8"), Fact("disk", "vda", "type", "a"),
            Fact("disk", "vdb", "size", "8"), Fact("disk", "vdb", "type", "b"),
        ]
        let spec = """
            [('disk', '$disk', 'size', '8'), ('disk', '$disk', 'type', 'b'),
             ('disk', '$disk2', 'size', '8')]
            """
        #expect(try match(facts, spec).variables == ["disk": "vdb", "disk2": "vda"])
        let mismatch = #expect(throws: SpecMismatch.self) {
            _ = try match(facts, "[('disk', '$d', 'size', '8'), ('disk', '$d', 'type', 'c')]")
        }
        #expect(mismatch?.cause == .absent)
        #expect(mismatch?.matchedLines == 1)
    }

    @Test func `demanded variables are told apart`() throws {
        let facts = [Fact("disk", "vda", "size", "8")]
        let found = try match(facts, "[('disk', '$$disk', 'size', '$size')]")
        #expect(found.variables == ["size": "8", "disk": "vda"])
        #expect(found.demanded == ["disk": "vda"])
    }

    @Test(.enabled(if: SharedFiles.arePresent, "there is no ../shared beside this clone"))
    func `eight disks are told apart by eight properties each`() throws {
        let facts = Samples.facts(
            try DocumentValue(
                json: SharedFiles.text("inputs/hardware/inline/test_matcher/X8_HW.json")))
        let keys = [
            ("size", "1000"), ("rotational", "1"), ("Write Cache Enable", "1"),
            ("Read Cache Disable", "0"), ("physical_block_size", "512"),
        ]
        var lines = [
            "('disk', 'logical', 'count', '8')", "('disk', '$d1', 'vendor', 'Hitachi')",
            "('disk', '$d1', 'model', 'HUA722010CLA330')", "('disk', '$d2', 'vendor', 'Seagate')",
        ]
        for disk in 1...8 {
            lines += keys.map { "('disk', '$d\(disk)', '\($0)', '\($1)')" }
        }
        let found = try match(facts, "[\(lines.joined(separator: ",\n"))]")
        #expect(Set(found.variables.values).count == 8)
        lines.append("('disk', '$d9', 'size', '1000')")
        #expect(throws: SpecMismatch.self) {
            _ = try match(facts, "[\(lines.joined(separator: ",\n"))]")
        }
    }

    @Test(arguments: [
        ("[('a', 'b', 'c', 'd')\n ('e', 'f', 'g', 'h')]", 2, 2),
        ("[('a', 'b', 'c')]", 1, 2), ("[('a', 'b', 'c', 5)]", 1, 18),
        ("[('a', 'b', 'c', 'd'),", 1, 23), ("[('a', 'b', 'c', 'd)]", 1, 18),
        ("{'a': 1}", 1, 1), ("", 1, 1), ("[] []", 1, 4),
        ("[('a', 'b', 'c', __import__('os'))]", 1, 18),
    ]) func `errors say where`(text: String, line: Int, column: Int) {
        let error = #expect(throws: PythonSyntaxError.self) { _ = try MatchSpec(text) }
        #expect(error?.place == TextPlace(line: line, column: column))
    }
}
