import OrderedCollections
import Testing

@testable import Orchestration

@Suite("Properties that older templates call otherwise")
struct FormerPropertyTests {
    private static func values(
        _ given: PropertyCheck.Map
    ) throws(PropertyFault) -> PropertyCheck.Map {
        var network = PropertySchema(.string)
        network.presence = .required
        network.formerName = "network_id"
        return try PropertyCheck.values(
            given, ["network_id": PropertySchema(.string), "network": network])
    }

    @Test("are taken for what they are called today")
    func former() throws {
        #expect(try Self.values(["network_id": "ctlplane"]) == ["network": "ctlplane"])
    }

    @Test("do not stand against what is called as today")
    func both() throws {
        let values = try Self.values(["network_id": "old", "network": "new"])
        #expect(values["network"] == "new")
    }

    @Test("are required under either name")
    func neither() {
        #expect(throws: PropertyFault.self) { try Self.values([:]) }
    }
}
