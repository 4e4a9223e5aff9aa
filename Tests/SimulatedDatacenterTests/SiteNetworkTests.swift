import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A site's network")
struct SiteNetworkTests {
    /// Machines on two racks that all run an installed system: node-1 and node-3 stand in rack-1
    /// with the seed, node-2 in rack-2.
    private static func running(_ seed: UInt64 = 7) -> Lab {
        let lab = Lab(
            seed: seed, machines: 3, racks: 2, bootOrder: [.disk],
            installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        for node in lab.nodes { node.bootAtOnce() }
        return lab
    }

    @Test("a dead switch cuts its machines off from each other and from all others")
    func deadSwitch() {
        let lab = Self.running()
        let (first, second, third) = (lab.nodes[0], lab.nodes[1], lab.nodes[2])
        #expect(first.reaches(second) && first.reaches(third))
        lab.datacenter.inject(.switchDead, at: .switch("rack-1"))
        #expect(!first.reaches(second) && !first.reaches(third) && first.reaches(first))
        #expect(!first.isLinked && second.isLinked)
        #expect(!first.facts.interfaces.contains { $0.hasCarrier })
        #expect(lab.events(of: "machine.cut-off").count == 3)
        lab.datacenter.repair(.switchDead, at: .switch("rack-1"))
        #expect(first.reaches(second) && first.reaches(third))
    }

    @Test("machines of a rack without an uplink reach each other only")
    func lostUplink() {
        let lab = Self.running()
        lab.datacenter.inject(.uplinkLoss, at: .switch("rack-1"))
        #expect(lab.nodes[0].reaches(lab.nodes[2]))
        #expect(!lab.nodes[0].reaches(lab.nodes[1]))
        #expect(lab.datacenter.isPartitioned)
        lab.datacenter.inject(.switchDead, at: .switch("rack-1"))
        lab.datacenter.repair(.uplinkLoss, at: .switch("rack-1"))
        #expect(!lab.nodes[0].reaches(lab.nodes[1]))
        lab.datacenter.repair(.switchDead, at: .switch("rack-1"))
        #expect(lab.nodes[0].reaches(lab.nodes[1]) && !lab.datacenter.isPartitioned)
    }

    /// How long the download of an image over a rack's border takes.
    private static func download(with fault: SiteFault?) throws -> Duration {
        let lab = Lab(machines: 2, racks: 2)
        lab.startSeed()
        lab.nodes[1].pressPowerButton()
        lab.pass(.seconds(600))
        if let fault { lab.datacenter.inject(fault, at: .switch("rack-2")) }
        let (node, start) = (lab.nodes[1], lab.simulator.now)
        let ramdisk = try #require(node.system?.process)
        _ = try lab.run(in: ramdisk) { process in
            try await node.download(Lab.image, from: "seed", to: "/dev/sdb", process: process)
        }
        return lab.simulator.now - start
    }

    @Test("an uplink that crawls delays what crosses it, and loses nothing of it")
    func slowUplink() throws {
        let usual = try Self.download(with: nil)
        let slow = try Self.download(with: .uplinkSlow)
        #expect(slow > usual * 2)
        // 2 GiB at a hundredth of 40 Gbit/s.
        #expect(slow < .seconds(60))
    }

    @Test("a machine misled by a foreign DHCP server boots nothing, and its choice is heard")
    func rogueServer() throws {
        let misled = try (UInt64(1)...20).filter { seed in
            let lab = Lab(seed: seed, machines: 1, racks: 1)
            lab.startSeed()
            let choices = Confined<[DHCPChoice]>(lab.simulator, [])
            let process = try #require(lab.seed.startProcess("listener"))
            lab.world(for: process, on: lab.seed).network.listen(for: DHCPChoice.self) { choice in
                choices.write { $0.append(choice) }
                return DHCPChoice.Reply()
            }
            lab.datacenter.inject(.rogueDHCP, at: .switch("rack-1"))
            lab.node.pressPowerButton()
            lab.pass(.seconds(600))
            let isMisled = lab.node.system == nil
            #expect(choices.read(\.count) == (isMisled ? 1 : 0))
            if isMisled {
                #expect(lab.text(of: "machine.boot-failed").first?.contains("PXE-E53") == true)
            }
            return isMisled
        }
        #expect(!misled.isEmpty && misled.count < 20, "It is a race: \(misled)")
    }

    @Test("a switch port that listens first starves the firmware or its loader", arguments: 1...5)
    func spanningTree(seed: UInt64) throws {
        let lab = Lab(seed: seed, machines: 1, racks: 1)
        lab.startSeed()
        lab.datacenter.inject(.stpDelay, on: lab.node.name)
        lab.node.pressPowerButton()
        lab.pass(.seconds(600))
        #expect(lab.node.system == nil)
        #expect(lab.text(of: "machine.boot-failed").first?.contains("no DHCP offer") == true)
        lab.datacenter.repair(.stpDelay, on: lab.node.name)
        lab.node.holdPowerButton()
        lab.pass(.seconds(10))
        lab.node.pressPowerButton()
        lab.pass(.seconds(600))
        #expect(lab.node.system?.isRamdisk == true)
    }

    @Test("a ramdisk that is cut short in its transfer is not started", arguments: 1...5)
    func cutShort(seed: UInt64) throws {
        let lab = Lab(seed: seed, machines: 1, racks: 1)
        lab.startSeed()
        lab.datacenter.inject(.pxeCut, on: lab.node.name)
        lab.node.pressPowerButton()
        lab.pass(.seconds(600))
        #expect(lab.node.system == nil)
        #expect(lab.text(of: "machine.boot-failed").first?.contains("ended after") == true)
    }

    @Test("nobody answers a machine in the wrong network, though its link is up")
    func wrongNetwork() {
        let lab = Self.running()
        lab.datacenter.inject(.wrongVLAN, on: lab.nodes[0].name)
        #expect(!lab.nodes[0].reaches(lab.nodes[2]))
        #expect(lab.nodes[0].facts.interfaces.contains { $0.hasCarrier })
        lab.datacenter.repair(.wrongVLAN, on: lab.nodes[0].name)
        #expect(lab.nodes[0].reaches(lab.nodes[2]))
    }

    @Test("a bad line loses some of what is said on it, and not all", arguments: UInt64(1)...5)
    func badLine(seed: UInt64) throws {
        let lab = Self.running(seed)
        let process = try #require(lab.nodes[0].startProcess("service"))
        lab.world(for: process, on: lab.nodes[0]).network.listen(for: Question.self) { question in
            Question.Reply(text: question.text, by: "node-1")
        }
        lab.datacenter.inject(.packetLoss, on: lab.nodes[0].name)
        let asker = try #require(lab.nodes[1].startProcess("asker"))
        let network = lab.world(for: asker, on: lab.nodes[1]).network
        let answered = try lab.run(in: asker) { _ in
            var count = 0
            for _ in 0..<100 {
                let reply = try? await network.call(
                    Question(text: "?"), to: "node-1", within: .seconds(1))
                if reply != nil { count += 1 }
            }
            return count
        }
        #expect(answered > 25 && answered < 75, "Each way loses 30 %: \(answered)")
    }
}
