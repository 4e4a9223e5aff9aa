import BareMetal
import Testing

@Suite("A provision verb")
struct ProvisionVerbTests {
    @Test("is known by its own name and by the API's")
    func aliases() {
        #expect(ProvisionVerb(name: "active") == .deploy)
        #expect(ProvisionVerb(name: "deploy") == .deploy)
        #expect(ProvisionVerb(name: "deleted") == .undeploy)
        #expect(ProvisionVerb(name: "delete") == .undeploy)
        #expect(ProvisionVerb(name: "undeploy") == .undeploy)
        #expect(ProvisionVerb(name: "ACTIVE") == nil)
        #expect(ProvisionVerb(name: "reboot") == nil)
    }

    @Test("is found again by either of its names", arguments: ProvisionVerb.allCases)
    func roundTrip(verb: ProvisionVerb) {
        #expect(ProvisionVerb(name: verb.rawValue) == verb)
        #expect(ProvisionVerb(name: verb.target) == verb)
    }
}
