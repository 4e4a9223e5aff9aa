import Foundation
import Hardware
import LiveWorld
import NodeAgent
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import SimulatedCloud

@Suite("The contract of the systems that agents configure")
struct NodeSystemContractTests {
    @Test("is met by a simulated machine's system", arguments: SimulatedRun.all(1...2))
    func simulatedSystemMeetsContract(run: SimulatedRun) {
        for folder in ["/root", "/tmp"] {
            let violations = run.findings { process in
                let system = NodeSystemLab.system(for: process)
                return await NodeSystemContract(system: system, folder: folder).violations()
            }
            #expect(violations == [])
        }
    }

    @Test("is met by the machine that tests run on")
    func liveSystemMeetsContract() async throws {
        let folder = try TemporaryFolder()
        let contract = NodeSystemContract(
            system: LiveNodeSystem(), folder: folder.url.path(percentEncoded: false))
        #expect(await contract.violations() == [])
    }

    @Test("is met by a folder that stands for a root")
    func rootedSystemMeetsContract() async throws {
        let folder = try TemporaryFolder()
        let root = folder.url.path(percentEncoded: false)
        try LiveNodeSystem().makeFolder("\(root)/x", mode: 0o755)
        let contract = NodeSystemContract(system: LiveNodeSystem(root: root), folder: "/x")
        #expect(await contract.violations() == [])
    }

    @Test(
        "is broken by a system with any one planted defect",
        arguments: DefectiveNodeSystem.Defect.allCases)
    func defectsAreFound(defect: DefectiveNodeSystem.Defect) async throws {
        let folder = try TemporaryFolder()
        let system = DefectiveNodeSystem(system: LiveNodeSystem(), defect: defect)
        let contract = NodeSystemContract(
            system: system, folder: folder.url.path(percentEncoded: false))
        #expect(await !contract.violations().isEmpty)
    }
}
