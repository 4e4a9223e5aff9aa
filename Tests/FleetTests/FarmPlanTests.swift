import BareMetal
import Fleet
import Hardware
import Testing

@Suite("The plan of a farm")
struct FarmPlanTests {
    private func inventory(_ nodes: [(String, String, String)]) throws -> Inventory {
        let rows = nodes.enumerated().map { index, node in
            """
            { "name": "n\(index)", "pm_type": "\(node.0)", "pm_addr": "\(node.1)", \(node.2)
              "pm_user": "root", "pm_password": "calvin", "mac": ["52:54:00:00:00:0\(index)"] }
            """
        }
        let text = "{ \"nodes\": [\(rows.joined(separator: ","))] }"
        return try InventoryReader.read(Array(text.utf8), file: "rack.json")
    }

    @Test("gives machines that are made up a port each, one after the other")
    func madeUp() {
        let plan = FarmPlan(count: 3, first: 7000, account: .usual)
        #expect(plan.machines.map(\.name.text) == ["node-0", "node-1", "node-2"])
        #expect(plan.machines.map(\.port) == [7000, 7001, 7002])
        #expect(plan.machines.allSatisfy { $0.host == "127.0.0.1" })
        #expect(Set(plan.machines.flatMap(\.interfaces)).count == 3)
    }

    @Test("leaves the choice of ports to the system where it is asked to")
    func free() {
        let plan = FarmPlan(count: 2, first: 0, account: .usual)
        #expect(plan.machines.map(\.port) == [0, 0])
        #expect(
            Set(plan.machines.enumerated().map { $0.element.address(unique: $0.offset) }).count
                == 2)
    }

    @Test("keeps an inventory's places, and takes IPMI's own port where none is said")
    func kept() throws {
        let read = try inventory([
            ("ipmi", "127.0.0.1", "\"pm_port\": \"7100\","), ("ipmi", "127.0.0.2", ""),
        ])
        let plan = FarmPlan(read, host: nil, first: nil)
        #expect(plan.machines.map(\.host) == ["127.0.0.1", "127.0.0.2"])
        #expect(plan.machines.map(\.port) == [7100, 623])
    }

    @Test("moves an inventory's machines to one address, and names those it cannot serve")
    func moved() throws {
        let read = try inventory([
            ("ipmi", "10.0.0.1", ""), ("redfish", "10.0.0.2", "\"pm_system_id\": \"/s/1\","),
            ("ipmi", "10.0.0.3", ""),
        ])
        let plan = FarmPlan(read, host: "::1", first: nil)
        #expect(plan.machines.map(\.address.description) == ["[::1]:6230", "[::1]:6231"])
        #expect(plan.leftOut == ["n1"])
    }
}
