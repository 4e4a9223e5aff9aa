import Documents
import Introspection
import Testing

@Suite struct InventoryDifferenceTests {
    private func lldp(_ port: String) -> DocumentValue {
        [[5, "73773031"], [2, .string("07" + port)]]
    }

    private func data(
        disk: DocumentValue, memory: Int, port: String, banks: [String]
    ) -> DocumentValue {
        [
            "inventory": [
                "disks": [disk], "memory": ["physical_mb": .integer(memory)],
                "interfaces": [
                    ["name": "eth0", "mac_address": "aa", "lldp": lldp(port), "has_carrier": true]
                ],
            ],
            "data": .list(banks.map { ["memory", .string($0), "size", "17179869184"] }),
        ]
    }

    @Test func `a module that is gone, a disk and a cable in another place are told`() {
        let before = data(
            disk: ["name": "/dev/sda", "serial": "A", "size": 1_000_000_000_000], memory: 32768,
            port: "31", banks: ["bank:0", "bank:1"])
        let now = data(
            disk: ["name": "/dev/sda", "serial": "B", "size": 2_000_000_000_000], memory: 16384,
            port: "32", banks: ["bank:0"])
        let found = InventoryDifference(from: before, to: now).entries
        #expect(found.map(\.part) == ["memory", "disk /dev/sda", "cable of eth0", "memory bank:1"])
        #expect(found.map(\.kind) == [.changed, .changed, .moved, .gone])
        #expect(found[1].before == "1000 GB, serial A")
        #expect(found[1].now == "2000 GB, serial B")
        #expect(found[2].before == "sw01 port 1")
        #expect(found[3].before == "16384 MiB")
    }

    @Test func `the same machine has no difference`() {
        let data = data(disk: ["name": "/dev/sda"], memory: 1, port: "31", banks: [])
        #expect(InventoryDifference(from: data, to: data).entries.isEmpty)
    }
}
