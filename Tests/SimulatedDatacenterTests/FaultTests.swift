import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A fault")
struct FaultTests {
    @Test(
        "is journaled once when it begins and once when it ends",
        arguments: HardwareFault.allCases
    )
    func idempotent(fault: HardwareFault) {
        let lab = Lab()
        for _ in 0..<3 { lab.datacenter.inject(fault, on: "node-1") }
        for _ in 0..<3 { lab.datacenter.repair(fault, on: "node-1") }
        #expect(
            lab.text(of: "fault") == [
                "fault=\(fault.rawValue) phase=began", "fault=\(fault.rawValue) phase=ended",
            ]
        )
    }

    @Test("of the feed takes board and controller; both come back, on if it was on")
    func powerLoss() throws {
        let lab = Self.running()
        let node = lab.node
        let service = try #require(node.startProcess("service"))
        lab.datacenter.inject(.powerLoss, on: "node-1")
        #expect(node.power == .off)
        #expect(!service.isAlive)
        #expect(try Self.powerState(lab) == .failure(.unreachable(waited: BMCLimits.call)))

        lab.datacenter.repair(.powerLoss, on: "node-1")
        lab.pass(.seconds(600))
        #expect(try Self.powerState(lab) == .success(.on))
        #expect(node.system != nil)
    }

    @Test("of the feed leaves a machine off that was off")
    func powerLossWhileOff() throws {
        let lab = Lab()
        lab.datacenter.inject(.powerLoss, on: "node-1")
        lab.datacenter.repair(.powerLoss, on: "node-1")
        lab.pass(.seconds(600))
        #expect(try Self.powerState(lab) == .success(.off))
        #expect(lab.events(of: "machine.power").isEmpty)
    }

    @Test("that silences the controller costs the caller its whole patience")
    func silent() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcSilent, on: "node-1")
        let start = lab.simulator.now
        #expect(try Self.powerState(lab) == .failure(.unreachable(waited: BMCLimits.call)))
        #expect(lab.simulator.now - start == BMCLimits.call)
        lab.datacenter.repair(.bmcSilent, on: "node-1")
        #expect(try Self.powerState(lab) == .success(.off))
    }

    @Test("that silences the controller loses the reply of some commands and all of others")
    func silentEffect() throws {
        var outcomes = Set<PowerState>()
        for seed in UInt64(1)...30 {
            let lab = Lab(seed: seed)
            lab.datacenter.inject(.bmcSilent, on: "node-1")
            #expect(
                try Self.setPower(lab, .on) == .failure(.unreachable(waited: BMCLimits.call))
            )
            outcomes.insert(lab.node.power)
            #expect(lab.events(of: "bmc.power").count == (lab.node.power == .on ? 1 : 0))
        }
        #expect(outcomes == [.on, .off])
    }

    @Test("that makes the controller forget still has it say yes")
    func forgets() throws {
        let lab = Lab()
        lab.datacenter.inject(.bmcForgets, on: "node-1")
        #expect(try Self.setPower(lab, .on) == .success(.on))
        lab.pass(.seconds(60))
        #expect(try Self.powerState(lab) == .success(.off))
        #expect(lab.text(of: "bmc.power") == ["action=on"])

        lab.datacenter.repair(.bmcForgets, on: "node-1")
        #expect(try Self.setPower(lab, .on) == .success(.on))
        lab.pass(.seconds(60))
        #expect(try Self.powerState(lab) == .success(.on))
    }

    @Test("of the main board turns it off for good, while the controller goes on speaking")
    func dead() throws {
        let lab = Self.running()
        lab.datacenter.inject(.machineDead, on: "node-1")
        #expect(try Self.powerState(lab) == .success(.off))
        #expect(try Self.setPower(lab, .on) == .success(.on))
        lab.pass(.seconds(600))
        #expect(try Self.powerState(lab) == .success(.off))
    }

    @Test("of the main board ends with the machine on, if it was on and nobody switched it off")
    func boardReplaced() throws {
        let lab = Self.running()
        lab.datacenter.inject(.machineDead, on: "node-1")
        lab.pass(.seconds(60))
        lab.datacenter.repair(.machineDead, on: "node-1")
        lab.pass(.seconds(60))
        #expect(try Self.powerState(lab) == .success(.on))
    }

    @Test("of the main board ends with the machine off, if it was switched off meanwhile")
    func boardReplacedAfterPowerOff() throws {
        let lab = Self.running()
        lab.datacenter.inject(.machineDead, on: "node-1")
        #expect(try Self.setPower(lab, .off) == .success(.off))
        lab.datacenter.repair(.machineDead, on: "node-1")
        lab.pass(.seconds(60))
        #expect(try Self.powerState(lab) == .success(.off))
    }

    @Test("of the feed does not bring a dead board back")
    func deadThenPowerLoss() throws {
        let lab = Self.running()
        lab.datacenter.inject(.powerLoss, on: "node-1")
        lab.datacenter.inject(.machineDead, on: "node-1")
        lab.datacenter.repair(.powerLoss, on: "node-1")
        lab.pass(.seconds(600))
        #expect(try Self.powerState(lab) == .success(.off))
    }

    @Test("of the link keeps a machine from its offer, and it tries its disk")
    func linkLoss() throws {
        let lab = Lab(installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        lab.startSeed()
        lab.datacenter.inject(.linkLoss, on: "node-1")
        lab.node.pressPowerButton()
        lab.pass(.seconds(600))
        #expect(lab.node.system?.isRamdisk == false)
        #expect(lab.node.facts.interfaces.allSatisfy { !$0.hasCarrier })
        #expect(try Self.powerState(lab) == .success(.on), "The controller has its own network.")
    }

    @Test("of what arrives hangs a machine that loads a ramdisk")
    func tornRamdisk() throws {
        let lab = Lab()
        lab.startSeed()
        lab.datacenter.inject(.tornImage, on: "node-1")
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
        #expect(lab.node.system == nil)
        #expect(
            lab.text(of: "machine.boot-failed") == [
                "reason=network: the ramdisk arrived damaged"
            ]
        )
    }

    @Test("of the server's feed while a ramdisk loads sends the machine to its next device")
    func serverLostInBoot() throws {
        var profile = TimingProfile()
        profile.post = DurationDistribution("POST", .constant(.seconds(100)))
        let lab = Lab(
            machines: 1,
            timing: profile,
            installed: [InstalledImage(Lab.image, on: "/dev/sda")]
        )
        lab.startSeed()
        let huge = ImageReference(name: "huge", digest: "cc", size: .gibibytes(100))
        let files = BootFiles(kernel: Lab.files.kernel, ramdisk: huge, arguments: [:])
        lab.serve(offering: DHCPOffer(leased: "192.0.2.1", server: "seed", files: files))
        lab.node.pressPowerButton()
        lab.pass(.seconds(120))
        lab.datacenter.inject(.powerLoss, on: "seed")
        lab.pass(.seconds(60))
        #expect(lab.node.system == nil, "It still hopes that the transfer goes on.")
        lab.pass(.seconds(120))
        #expect(lab.node.system?.isRamdisk == false)
    }

    @Test("may strike at the very moment at which something is recorded", arguments: UInt64(1)...5)
    func duringEvent(seed: UInt64) throws {
        for kind in ["machine.power", "machine.booted-ramdisk", "disk.write-started", "bmc.power"] {
            let lab = Lab(seed: seed)
            let datacenter = lab.datacenter
            let booted = Confined(lab.simulator, 0)
            datacenter.onBoot = { system in
                guard system.isRamdisk else { return }
                booted.write { $0 += 1 }
                let (machine, process) = (system.machine, system.process)
                process.spawn {
                    _ = try? await machine.download(
                        Lab.image,
                        from: "seed",
                        to: "/dev/sda",
                        process: process
                    )
                }
            }
            datacenter.observe { entry in
                guard entry.event.kind == kind, entry.event.subject == "node-1" else { return }
                datacenter.inject(.powerLoss, on: "node-1")
            }
            lab.startSeed()
            _ = try Self.setPower(lab, .on)
            lab.pass(.seconds(900))
            #expect(lab.node.power == .off, "\(kind)")
            #expect(lab.node.system == nil, "\(kind)")
            #expect(booted.read { $0 } == (kind == "disk.write-started" ? 1 : 0), "\(kind)")
            let started = lab.events(of: "disk.write-started").count
            #expect(lab.events(of: "disk.write-ended").count == started, "\(kind)")
        }
    }

    private static func running() -> Lab {
        let lab = Lab(installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        lab.node.bootAtOnce()
        return lab
    }

    private static func powerState(_ lab: Lab) throws -> Result<PowerState, BMCError> {
        let node = lab.node
        return try lab.run { process in
            do throws(BMCError) {
                return .success(try await lab.bmc(of: node, for: process).powerState())
            } catch { return .failure(error) }
        }
    }

    /// - Returns: the state asked for, where the controller said yes.
    private static func setPower(
        _ lab: Lab,
        _ action: PowerAction
    ) throws -> Result<PowerState, BMCError> {
        let node = lab.node
        return try lab.run { process in
            do throws(BMCError) {
                try await lab.bmc(of: node, for: process).setPower(action)
                return .success(action.outcome)
            } catch { return .failure(error) }
        }
    }
}
