import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A start from a volume")
struct VolumeBootTests {
    private static let target = SANTarget(
        portal: "192.0.2.5:3260", name: "iqn.2004-10.org.example:volume", lun: 1)

    /// A machine that is offered a volume.
    private static func start(_ volumes: [SANTarget: ImageReference]) throws -> Lab {
        let lab = Lab(machines: 1, racks: 1, volumes: volumes)
        lab.seed.bootAtOnce()
        let process = try #require(lab.seed.startProcess("boot-server"))
        lab.world(for: process, on: lab.seed).network.listen(for: DHCPDiscover.self) { _ in
            DHCPDiscover.Reply(
                offer: DHCPOffer(
                    leased: "192.0.2.100", server: "seed", boot: .volume(target)))
        }
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
        return lab
    }

    @Test("runs what is on the volume, and leaves the machine's disks alone")
    func starts() throws {
        let lab = try Self.start([Self.target: Lab.image])
        guard case .disk(let image, .whole, let disk)? = lab.node.system?.system else {
            Issue.record("\(lab.text(of: "machine.boot-failed"))")
            return
        }
        #expect(image == Lab.image.digest)
        #expect(disk == "iscsi:192.0.2.5::3260:1:iqn.2004-10.org.example:volume")
        #expect(lab.node.image(on: "/dev/sda") == nil)
    }

    @Test("fails where there is no such target, and says so")
    func noTarget() throws {
        let lab = try Self.start([:])
        #expect(lab.node.system == nil)
        #expect(lab.text(of: "machine.boot-failed").first?.contains("no such target") == true)
    }
}
