import Testing

@Suite("Lengths")
struct LengthTests {
    @Test("of files, functions and lines stay within their limits in every file")
    func tree() {
        Violation.report(Repository.swiftFiles.flatMap(LengthRule.violations))
    }

    @Test("of a file are caught from the first line too many")
    func file() {
        let text = String(repeating: "let a = 1\n", count: LengthRule.fileLimit)
        #expect(violations(text) == [])
        #expect(violations(text + "let b = 1\n").count == 1)
    }

    @Test("of a line are caught from the first character too many, counted as characters")
    func line() {
        let text = String(repeating: "é", count: LengthRule.lineLimit)
        #expect(violations(text) == [])
        #expect(violations(text + "é").count == 1)
    }

    @Test(
        "of everything with a body are caught from the first line too many",
        arguments: [
            "func f()", "func f<A>(_ a: A = { 1 }()) async throws -> [A] where A: B", "init()",
            "init?(a: [Int])", "deinit", "subscript(a: Int) -> Int", "var a: [Int: Int]",
            "func + (a: Int, b: Int) -> Int",
        ]
    )
    func function(signature: String) {
        #expect(violations(body(of: signature, lines: LengthRule.functionLimit)) == [])
        #expect(violations(body(of: signature, lines: LengthRule.functionLimit + 1)).count == 1)
    }

    @Test("of types, initial values and calls of an initializer are no function's")
    func others() {
        let lines = LengthRule.functionLimit + 10
        #expect(violations(body(of: "struct A", lines: lines)) == [])
        #expect(violations(body(of: "let a = Task.init", lines: lines)) == [])
        let requirement = "protocol P {\n    func f() async throws\n    init(a: Int)\n}\n"
        #expect(violations(requirement + body(of: "struct A", lines: lines)) == [])
    }

    private func body(of signature: String, lines: Int) -> String {
        let content = String(repeating: "    use(\"}\")  // {\n", count: lines - 2)
        return "\(signature) {\n\(content)}\n"
    }

    private func violations(_ text: String) -> [Violation] {
        LengthRule.violations(in: SwiftFile(path: "Sources/World/A.swift", text: text))
    }
}
