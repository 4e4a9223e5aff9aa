import BareMetal
import Hardware
import Testing

@Suite("A merge key in an inventory")
struct MergeKeyTests {
    private static let head = """
        _defaults:
          - &driver { pm_type: ipmi, pm_user: admin }
          - &secret { <<: *driver, pm_user: other, pm_password: secret }

        """

    private static func node(_ merge: String) throws -> NodeDescription {
        let text =
            head + """
                nodes:
                  - \(merge)
                    name: a
                    pm_addr: 192.0.2.1
                    mac: ["52:54:00:00:00:01"]
                """
        let nodes = try InventoryReader.read(Array(text.utf8), file: "n.yaml").nodes
        return try #require(nodes.first)
    }

    private static func problems(_ merge: String) -> String {
        do {
            _ = try node(merge)
            return ""
        } catch { return "\(error)" }
    }

    @Test("takes over the entries of a mapping, and what that one takes over")
    func one() throws {
        let node = try Self.node("<<: *secret")
        #expect(node.driver == "ipmi")
        #expect(node.credentials == BMCCredentials(user: "other", password: "secret"))
    }

    @Test("takes over several in their order: the first that has an entry wins")
    func several() throws {
        #expect(try Self.node("<<: [*driver, *secret]").credentials.user == "admin")
        #expect(try Self.node("<<: [*secret, *driver]").credentials.user == "other")
    }

    @Test("gives way to the mapping's own entries, wherever they stand")
    func own() throws {
        let node = try Self.node("<<: *secret\n    pm_user: mine")
        #expect(node.credentials == BMCCredentials(user: "mine", password: "secret"))
    }

    @Test("may be there twice")
    func twice() throws {
        let node = try Self.node("<<: *driver\n    <<: *secret")
        #expect(node.credentials == BMCCredentials(user: "admin", password: "secret"))
    }

    @Test("that names no mapping is told with its line")
    func noMapping() {
        let told = Self.problems("<<: nothing")
        #expect(told.contains("n.yaml:5: nodes[0].<<: found 'nothing', expected a mapping"))
    }

    @Test("in quotes is a key like any other")
    func quoted() {
        #expect(Self.problems("\"<<\": *secret").contains("unknown key '<<'"))
    }

    @Test("that multiplies what it takes over is stopped")
    func multiplied() {
        let levels = (1...40).map { "  - &d\($0) { <<: [*d\($0 - 1), *d\($0 - 1)] }" }
        let text = """
            _defaults:
              - &d0 { pm_type: ipmi }
            \(levels.joined(separator: "\n"))
            nodes:
              - { <<: *d40, name: a }
            """
        #expect(throws: InputProblems.self) {
            try InventoryReader.read(Array(text.utf8), file: "n.yaml")
        }
        do { _ = try InventoryReader.read(Array(text.utf8), file: "n.yaml") } catch {
            #expect("\(error)".contains("more than 100 mappings by '<<'"))
        }
    }
}
