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

    @Test(
        "takes lists with commas and ranges in brackets, as FreeIPMI's tools do",
        arguments: [
            ("192.0.2.7,192.0.2.9", ["192.0.2.7", "192.0.2.9"]),
            ("127.0.0.1:[6230-6232]", ["127.0.0.1:6230", "127.0.0.1:6231", "127.0.0.1:6232"]),
            ("bmc-[08-10,2]", ["bmc-08", "bmc-09", "bmc-10", "bmc-2"]),
            ("r[1-2]u[1-2],a", ["r1u1", "r1u2", "r2u1", "r2u2", "a"]),
            ("[2001:db8::7]:[1-2]", ["[2001:db8::7]:1", "[2001:db8::7]:2"]),
            ("[2001:db8::7],b", ["[2001:db8::7]", "b"]),
        ])
    func ranges(_ word: String, _ names: [String]) throws {
        let targets = try TargetList.read([word], inventory: Self.inventory)
        #expect(targets.map(\.name) == names)
    }

    @Test("refuses ranges that run backwards or would never end, and lists with holes")
    func wrongRanges() {
        for word in ["bmc-[3-1", "a,,b c", "bmc [1-x]"] {
            #expect(throws: TargetList.Failure.notAnAddress(word)) {
                try TargetList.read([word], inventory: Self.inventory)
            }
        }
        #expect(throws: TargetList.Failure.tooMany) {
            try TargetList.read(["[0-999].[0-999]"], inventory: nil)
        }
    }
}
