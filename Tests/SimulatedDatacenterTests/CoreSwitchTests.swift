import Hardware
import SimulatedDatacenter
import Testing

@Suite("The core above the racks")
struct CoreSwitchTests {
    @Test("that is dead leaves every rack to itself, and gives back what it took")
    func dead() {
        let lab = Lab(
            machines: 3, racks: 2, bootOrder: [.disk],
            installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        for node in lab.nodes { node.bootAtOnce() }
        let (first, second, third) = (lab.nodes[0], lab.nodes[1], lab.nodes[2])
        lab.datacenter.inject(.switchDead, at: .switch(.core))
        #expect(first.reaches(third) && !first.reaches(second) && first.isLinked)
        #expect(lab.datacenter.isPartitioned && !second.isInReachOfCore)
        // The seed is one of them.
        #expect(lab.events(of: "machine.cut-off").count == 4)
        lab.datacenter.inject(.uplinkLoss, at: .switch("rack-2"))
        lab.datacenter.repair(.switchDead, at: .switch(.core))
        #expect(!first.reaches(second) && first.isInReachOfCore)
        lab.datacenter.repair(.uplinkLoss, at: .switch("rack-2"))
        #expect(first.reaches(second) && !lab.datacenter.isPartitioned)
    }

    @Test("fails only where somebody says so: chance takes racks' own switches")
    func drawn() {
        let lab = Lab(machines: 1, racks: 2)
        #expect(
            lab.datacenter.places(for: .switchDead) == [.switch("rack-1"), .switch("rack-2")])
    }
}
