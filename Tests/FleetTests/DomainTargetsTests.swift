import Fleet
import Hardware
import Testing

@Suite("A list of domains")
struct DomainTargetsTests {
    @Test("has hypervisors in its words, or one beside them")
    func read() throws {
        let words = [
            "qemu:///system/node-0", "qemu+ssh://root@rack/session/node-1?socket=/run/x/y",
            "node-2",
        ]
        let targets = try DomainTargets.read(words, hypervisor: "test:///default")
        #expect(targets.map(\.name) == words)
        #expect(
            targets.map(\.address.host) == [
                "qemu:///system", "qemu+ssh://root@rack/session?socket=/run/x/y",
                "test:///default",
            ])
        #expect(targets.map(\.address.system) == ["node-0", "node-1", "node-2"])
        #expect("\(targets[0].address)" == "qemu:///system/node-0")
    }

    @Test(
        "is refused where nothing, half of it or the same twice is named",
        arguments: [
            ([], DomainTargets.Failure.noTarget), (["a"], .noHypervisor("a")),
            (["qemu:///system"], .noDomain("qemu:///system")),
            (["qemu:///system/"], .noDomain("qemu:///system/")),
            (["qemu://"], .noDomain("qemu://")),
            (["test:///d/a", "test:///d/a"], .twice("test:///d/a")),
        ])
    func refused(_ words: [String], _ failure: DomainTargets.Failure) {
        #expect(throws: failure) { _ = try DomainTargets.read(words, hypervisor: nil) }
        #expect(!failure.description.isEmpty)
    }
}
