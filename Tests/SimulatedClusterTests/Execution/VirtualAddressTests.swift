import SimulatedCluster
import Testing

@Suite("A virtual address")
struct VirtualAddressTests {
    @Test("tells the network once that it has come, and answers as OCF demands")
    func tellsOnce() {
        var agent = VirtualAddress("192.0.2.10")
        #expect(agent.perform(.monitor).code == .notRunning)
        #expect(agent.perform(.start).events == [.gratuitousARP(address: "192.0.2.10")])
        #expect(agent.perform(.start).events.isEmpty)
        #expect(agent.perform(.monitor).code == .ok)
        #expect(agent.perform(.stop).code == .ok)
        #expect(agent.perform(.stop).code == .ok)
        #expect(agent.perform(.monitor).code == .notRunning)
        #expect(agent.perform(.promote).code == .unimplemented)
    }
}
