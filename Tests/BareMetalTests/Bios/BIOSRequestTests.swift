import BareMetal
import Hardware
import Testing
import World

@Suite("Firmware settings that are asked for")
struct BIOSRequestTests {
    private static let settings = [
        BIOSSetting("Boot", "Uefi", in: .enumeration(["Uefi", "Bios"])),
        BIOSSetting("Cores", "8", in: .integer(1...16)),
        BIOSSetting("Serial", "S1", in: .string(1...8), isReadOnly: true),
    ]

    private static func refusal(_ json: JSONValue) -> BIOSRequest.Refusal? {
        do throws(BIOSRequest.Refusal) {
            _ = try BIOSRequest(json).changes(to: settings)
            return nil
        } catch { return error }
    }

    @Test("change what differs, and nothing else")
    func changes() throws {
        let request = try BIOSRequest([
            ["name": "Boot", "value": "Bios"], ["name": "Cores", "value": 8],
        ])
        #expect(try request.changes(to: Self.settings) == [BIOSAssignment("Boot", "Bios")])
    }

    @Test("are refused where the machine does not take them")
    func refused() {
        #expect(Self.refusal([["name": "Nope", "value": "1"]]) == .unknown("Nope"))
        #expect(Self.refusal([["name": "Serial", "value": "S2"]]) == .readOnly("Serial"))
        #expect(Self.refusal([["name": "Cores", "value": 17]]) == .value("Cores", "17"))
        #expect(Self.refusal([["name": "Boot", "value": "x"]]) == .value("Boot", "x"))
        #expect(
            Self.refusal([["name": "Boot", "value": "Bios"], ["name": "Boot", "value": "Uefi"]])
                == .contradiction("Boot"))
    }

    @Test(
        "are names with values, in a list",
        arguments: [
            [], "Boot", ["name": "Boot"], [["name": "Boot"]], [["value": "x"]],
            [["name": "Boot", "value": []]], [["name": "Boot", "value": "x", "more": 1]],
        ] as [JSONValue])
    func form(_ json: JSONValue) {
        guard case .form? = Self.refusal(json) else {
            Issue.record("\(json) was taken for settings")
            return
        }
    }

    @Test("are written down with what they were before")
    func history() {
        var bios = NodeBIOS(node: "n", settings: Self.settings)
        let found = [
            BIOSSetting("Boot", "Bios", in: .enumeration(["Uefi", "Bios"])),
            BIOSSetting("New", "1", in: .boolean),
        ]
        bios.update(found, at: WallTime(sinceEpoch: .seconds(5)))
        #expect(bios.settings == found)
        #expect(bios.history.map(\.name) == ["Boot", "New", "Cores", "Serial"])
        #expect(bios.history.map(\.before) == ["Uefi", nil, "8", "S1"])
        #expect(bios.history.map(\.after) == ["Bios", "1", nil, nil])
    }
}
