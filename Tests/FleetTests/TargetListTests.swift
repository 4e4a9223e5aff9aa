import BareMetal
import Fleet
import Hardware
import Testing

@Suite("A list of targets")
struct TargetListTests {
    private static let inventory: Inventory = {
        let text = """
            { "nodes": [
              { "name": "a", "pm_type": "ipmi", "pm_addr": "192.0.2.1", "pm_user": "root",
                "pm_password": "calvin", "mac": ["52:54:00:00:00:01"] },
              { "name": "b", "pm_type": "ipmi", "pm_addr": "192.0.2.2", "pm_port": "6230",
                "pm_user": "root", "pm_password": "hobbes", "mac": ["52:54:00:00:00:02"] } ] }
            """
        guard let read = try? InventoryReader.read(Array(text.utf8), file: "rack.json") else {
            preconditionFailure("The inventory is right.")
        }
        return read
    }()

    @Test("is the whole inventory where nothing is named")
    func everything() throws {
        let targets = try TargetList.read([], inventory: Self.inventory)
        #expect(targets.map(\.name) == ["a", "b"])
        #expect(targets[1].credentials?.password == "hobbes")
    }

    @Test("finds nodes by name and by address, and takes other addresses as they are")
    func named() throws {
        let words = ["b", "192.0.2.1", "[2001:db8::7]:6231", "2001:db8::8", "bmc.example:7"]
        let targets = try TargetList.read(words, inventory: Self.inventory)
        #expect(
            targets.map(\.address.host)
                == ["192.0.2.2", "192.0.2.1", "2001:db8::7", "2001:db8::8", "bmc.example"])
        #expect(targets.map(\.address.port) == [6230, nil, 6231, nil, 7])
        #expect(targets.map { $0.credentials?.password } == ["hobbes", "calvin", nil, nil, nil])
    }

    @Test("is refused where nothing, nonsense or the same thing twice is named")
    func refused() {
        #expect(throws: TargetList.Failure.noTarget) {
            try TargetList.read([], inventory: nil)
        }
        #expect(throws: TargetList.Failure.notAnAddress("no such thing")) {
            try TargetList.read(["no such thing"], inventory: Self.inventory)
        }
        #expect(throws: TargetList.Failure.twice("a")) {
            try TargetList.read(["a", "a"], inventory: Self.inventory)
        }
    }
}
