import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

@Suite("A machine that is measured")
struct BenchmarkTests {
    private func figures(_ lab: Lab, _ name: String) -> [Double] {
        lab.node.measure(SimulatedMachine.Exercise.allCases).filter { $0.name.hasSuffix(name) }
            .map(\.value)
    }

    private func slow(_ lab: Lab) -> [String] { lab.text(of: "machine.measured") }

    @Test("gives figures near those of its kind, and tells that nothing is slow")
    func sound() {
        let lab = Lab()
        let loops = figures(lab, "loops_per_sec")
        #expect(loops.dropLast().allSatisfy { abs($0 - 450) < 450 * 0.03 })
        #expect(slow(lab) == ["slow=nothing"])
    }

    @Test("gives nearly the same when it is measured again, and never quite")
    func again() {
        let lab = Lab()
        let first = figures(lab, "loops_per_sec")
        lab.pass(.seconds(60))
        let second = figures(lab, "loops_per_sec")
        #expect(first != second)
        #expect(zip(first, second).allSatisfy { abs($0 - $1) < $0 * 0.03 })
    }

    @Test(
        "gives less where a part is sick, and tells which",
        arguments: [
            (HardwareFault.cpuThrottled, "loops_per_sec", 0.5, "processors, memory"),
            (.dimmSlow, "bandwidth_1M", 0.66, "memory"),
            (.disksContend, "simultaneous_read_1M_KBps", 0.5, "disks together"),
            (.linkSlow, "bandwidth", 0.1, "network"),
        ])
    func sick(fault: HardwareFault, name: String, part: Double, told: String) throws {
        let (lab, sound) = (Lab(), Lab())
        lab.datacenter.inject(fault, on: "node-1")
        let (found, usual) = (figures(lab, name), figures(sound, name))
        #expect(zip(found, usual).allSatisfy { abs($0 / $1 - part) < 0.05 * part })
        #expect(slow(lab) == ["slow=\(told)"])
        lab.datacenter.repair(fault, on: "node-1")
        #expect(zip(figures(lab, name), usual).allSatisfy { abs($0 / $1 - 1) < 0.1 })
    }

    @Test("with one slow disk gives less on that disk only")
    func oneDisk() {
        let (lab, sound) = (Lab(), Lab())
        lab.datacenter.inject(.diskSlow, on: "node-1")
        let found = figures(lab, "standalone_read_1M_KBps")
        let usual = figures(sound, "standalone_read_1M_KBps")
        #expect(found.count == 2)
        #expect(found[0] < usual[0] / 10)
        #expect(abs(found[1] / usual[1] - 1) < 0.1)
    }

    @Test("with older firmware on its disks reads a sixth less, and is not called sick")
    func firmware() {
        let (lab, sound) = (Lab(), Lab())
        #expect(lab.node.diskFirmware == "HPG4")
        lab.datacenter.inject(.diskFirmwareOld, on: "node-1")
        #expect(lab.node.diskFirmware == "HPG1")
        let found = figures(lab, "standalone_read_1M_KBps")
        let usual = figures(sound, "standalone_read_1M_KBps")
        #expect(zip(found, usual).allSatisfy { abs($0 / $1 - 5.0 / 6) < 0.05 })
        #expect(slow(lab) == ["slow=nothing"])
    }

    @Test("gives the same figures whenever the same seed is run")
    func repeatable() {
        #expect(figures(Lab(seed: 3), "KBps") == figures(Lab(seed: 3), "KBps"))
        #expect(figures(Lab(seed: 3), "KBps") != figures(Lab(seed: 4), "KBps"))
    }
}
