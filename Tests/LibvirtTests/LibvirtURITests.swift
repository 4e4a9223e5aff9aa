import Libvirt
import Testing

@Suite("URIs of hypervisors")
struct LibvirtURITests {
    @Test("are read in their parts")
    func parts() throws {
        let near = try LibvirtURI("qemu:///system")
        #expect(near.isLocal && near.path == "/system" && near.transport == nil)
        let far = try LibvirtURI("qemu+ssh://root@rack:22/session?socket=/run/x&no_tty=1")
        #expect(far.host == "root@rack:22")
        #expect(far.transport == "ssh")
        #expect(far.path == "/session")
        #expect(far.query == "socket=/run/x&no_tty=1")
    }

    @Test(
        "are refused where libvirt knows nothing of the kind",
        arguments: [
            ("foo:///system", LibvirtURI.Problem.unknownHypervisor("foo")),
            ("qemu+pigeon://a/system", .unknownTransport("pigeon")),
            ("qemu+://a/system", .unknownTransport("")),
            ("system", .notURI("system")), ("://a", .notURI("://a")),
            ("qemu:/// system", .notURI("qemu:/// system")),
        ])
    func refused(_ text: String, _ problem: LibvirtURI.Problem) {
        #expect(throws: problem) { _ = try LibvirtURI(text) }
        #expect(!problem.description.isEmpty)
    }
}
