import Fleet
import Hardware
import IPMI
import Testing

@Suite("A list of accounts")
struct AccountListTests {
    private func read(_ text: String) throws -> [FleetAccount] {
        try AccountListReader.read(Array(text.utf8), file: "accounts.yaml")
    }

    private func problems(_ text: String) -> String {
        do {
            _ = try read(text)
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test("is read with its privileges, also where a password looks like a number")
    func whole() throws {
        let accounts = try read(
            """
            - { name: root, password: calvin, privilege: administrator }
            - { name: op, password: 12345678, privilege: operator }
            - name: look
              password: "#1"
              privilege: USER
            """)
        #expect(accounts.map(\.name) == ["root", "op", "look"])
        #expect(accounts.map(\.password) == ["calvin", "12345678", "#1"])
        #expect(accounts.map(\.privilege) == [.administrator, .operator, .user])
    }

    @Test(
        "is refused with line, key and expectation",
        arguments: [
            ("[]", "accounts.yaml:1: found an empty list"),
            ("name: root", "accounts.yaml:1: found a mapping, expected a list of accounts"),
            ("- { name: a, password: b }", "missing key 'privilege', expected administrator"),
            (
                "- { name: a, password: b, privilege: root }",
                "accounts.yaml:1: [0].privilege: found 'root', expected one of administrator"
            ),
            (
                "- { name: a, passwort: b, privilege: user }",
                "[0].passwort: unknown key 'passwort'"
            ),
            (
                "- { name: a, password: b, privilege: user }\n"
                    + "- { name: a, password: c, privilege: user }",
                "accounts.yaml:2: [1].name: the name 'a' is there twice"
            ),
            (
                "- { name: seventeen-letters, password: b, privilege: user }",
                "expected a user's name of 1 to 16 bytes"
            ),
        ])
    func refused(_ text: String, _ expected: String) {
        #expect(problems(text).contains(expected), "\(problems(text))")
    }

    @Test("never tells a password, right or wrong")
    func secrets() throws {
        let long = "this-password-is-too-long-for-it"
        let told = problems("- { name: a, password: \(long), privilege: user }")
        #expect(told.contains("found one of 32 bytes, expected a password of 1 to 20 bytes"))
        #expect(!told.contains(long))
        let account = try read("- { name: a, password: hidden, privilege: user }")[0]
        #expect(!"\(account) \(String(reflecting: account))".contains("hidden"))
    }

    @Test("has no more than a controller has room for")
    func tooMany() {
        let lines = (0...AccountListReader.limit).map {
            "- { name: u\($0), password: p, privilege: user }"
        }
        #expect(problems(lines.joined(separator: "\n")).contains("expected at most 15"))
    }
}
