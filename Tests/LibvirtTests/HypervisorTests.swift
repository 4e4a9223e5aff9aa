import Hardware
import Libvirt
import Testing

@Suite("The way to a hypervisor")
struct HypervisorTests {
    @Test("domains are listed, defined and forgotten")
    func domains() async throws {
        let domain = try await TestDomain()
        let domains = try await domain.hypervisor.domains()
        #expect(domains.contains(domain.name) && domains.contains("test"))
        #expect(domains == domains.sorted())
        try await domain.hypervisor.undefine(domain.name)
        #expect(try await !domain.hypervisor.domains().contains(domain.name))
    }

    @Test("what happens to domains is told as it happens, to all who listen")
    func events() async throws {
        let domain = try await TestDomain()
        let streams = [try await domain.hypervisor.events(), try await domain.hypervisor.events()]
        try await domain.controller.setPower(.on)
        try await domain.controller.setPower(.off)
        for stream in streams {
            var seen: [DomainEvent.Kind] = []
            for await event in stream where event.domain == domain.name {
                seen.append(event.kind)
                if event.kind == .stopped { break }
            }
            #expect(seen == [.started, .stopped])
        }
    }

    @Test("who listens hears when the connection is closed")
    func closing() async throws {
        let domain = try await TestDomain()
        let stream = try await domain.hypervisor.events()
        await domain.hypervisor.close()
        for await event in stream { #expect(event.domain != domain.name) }
    }

    @Test("a domain that is not there is a lasting failure, with libvirt's words")
    func missing() async throws {
        let domain = try await TestDomain()
        let error = await #expect(throws: BMCError.self) {
            _ = try await domain.hypervisor.controller(of: "nobody").powerState()
        }
        #expect(error?.isTransient == false)
        #expect(error.map { "\($0)".contains("nobody") } == true, "\(String(describing: error))")
    }

    @Test("a hypervisor that is not there is a passing failure, with libvirt's words")
    func unreachable() async throws {
        let uri = try LibvirtURI("qemu+unix:///session?socket=/nonexistent/libvirt-sock")
        let error = await #expect(throws: LibvirtError.self) {
            _ = try await Hypervisor(uri).domains()
        }
        #expect(error?.isTransient == true)
        #expect(error.map { "\($0)".contains("/nonexistent/libvirt-sock") } == true)
    }

    @Test("many are asked at once")
    func many() async throws {
        let domain = try await TestDomain()
        try await withThrowingTaskGroup(of: PowerState.self) { group in
            for _ in 0..<500 { group.addTask { try await domain.controller.powerState() } }
            for try await state in group { #expect(state == .off) }
        }
    }

    @Test("a screen is shown as a picture where the hypervisor has one")
    func screenshot() async throws {
        let domain = try await TestDomain()
        try await domain.controller.setPower(.on)
        let picture = try await domain.controller.screenshot()
        #expect(picture.mediaType == "image/png")
        #expect(picture.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
}
