import Testing

@Suite("The lexer of the tidy checks")
struct SourceLexerTests {
    @Test(
        "leaves out comments and keeps what follows them",
        arguments: [
            "a // Task { }\nb", "a /* Task { } */ b", "a /* x /* nested */ Task */ b",
            "/// Task {\na b", "a /* one\ntwo */ b",
        ]
    )
    func comments(text: String) {
        #expect(words(text) == ["a", "b"])
    }

    @Test(
        "keeps the words of strings and regular expressions out of the code",
        arguments: [
            "a = \"Date()\" ; b", "a = \"quoted \\\" Date()\" ; b", "a = #\"raw \" Date()\"# ; b",
            "a = \"\"\"\n  \"Date()\" // \n\"\"\" ; b", "a = \"// Date()\" ; b",
            "a = /\"Date()/ ; b", "a = #/\"Date/()/# ; b", "a = \"\" ; b",
            "a = ##\"\"\"\n \"\"\" Date() \"#\n\"\"\"## ; b",
        ]
    )
    func literals(text: String) {
        #expect(words(text) == ["a", "b"])
    }

    @Test("reads what is interpolated as code, however deep, and goes on after the string")
    func interpolation() {
        #expect(words(#"a = "x \(Date(), "y \(b(")"))") c" ; d"#) == ["a", "Date", "b", "d"])
        #expect(words(##"a = #"x \(b) \#(c)"# ; d"##) == ["a", "c", "d"])
    }

    @Test("takes a slash between values for a division")
    func division() {
        #expect(words("a = b / c + d / e") == ["a", "b", "c", "d", "e"])
        #expect(words("a = (b)/c + [d]/e") == ["a", "b", "c", "d", "e"])
    }

    @Test("tells ranges from decimal points")
    func numbers() {
        #expect(words("0..<5 1.5 x.0") == ["0", "5", "1.5", "x", "0"])
    }

    @Test("counts lines through every kind of literal and comment")
    func lines() {
        let text = "a\n/* \n */ b\n\"\"\"\n x \\\n \\(c)\n\"\"\"\n// d\n#/\n x\n/#\ne"
        let lexer = SourceLexer(text)
        let found = lexer.tokens.filter { $0.kind == .word }.map { "\($0.text)\($0.line)" }

        #expect(found == ["a1", "b3", "c6", "e12"])
        #expect(lexer.comments.last == SourceComment(text: "// d", line: 8))
    }

    @Test(
        "ends with the file when a comment, string or interpolation never does",
        arguments: [
            "a /* b", "a \"b", "a \"\"\"b\n", "a \"\\(", "a #/b", "a `", "a \"\\", "a \"\\(\"\\(",
        ]
    )
    func unterminated(text: String) {
        #expect(words(text).first == "a")
    }

    @Test("reads every Swift file of the repository to balanced brackets")
    func wholeTree() {
        for file in Repository.swiftFiles {
            var depth = 0
            for token in file.tokens where token.kind == .symbol {
                if "([{".contains(token.text) { depth += 1 }
                if ")]}".contains(token.text) { depth -= 1 }
            }
            #expect(depth == 0, "\(file.path)")
        }
    }

    private func words(_ text: String) -> [String] {
        SourceLexer(text).tokens.filter { $0.kind == .word }.map(\.text)
    }
}
