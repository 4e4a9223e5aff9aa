import BareMetal
import Compute
import Hardware
import Plans
import Testing
import Undercloud
import World

@testable import Harness

@Suite("The checker ordered-deployment")
struct OrderedDeploymentTests {
    private static let services = [
        "compute", "identity", "image", "metering", "network", "object-store", "orchestration",
        "volume",
    ]

    private func undercloud(_ state: ServerState) -> Server {
        var server = Server(Sample.plan.undercloudServers[0])
        server.state = state
        return server
    }

    private func deployed(
        _ state: ServerState, endpoints: [String] = services, _ store: inout StoreScript
    ) -> [Observation] {
        [
            store.commit(undercloud(.active)),
            store.commit(
                Sample.cloud(.undercloud, overcloud: .accepted), Sample.server(0, on: "node-1")),
            store.commit(Sample.server(0, on: "node-1", state)),
        ] + endpoints.map { store.commit(Endpoint(service: $0, url: "http://overcloud/")) } + [
            store.commit(Sample.cloud(.undercloud, overcloud: .deployed))
        ]
    }

    @Test("has nothing against a cloud that is built from the ground up")
    func ordered() {
        var (checker, store) = (OrderedDeployment(), StoreScript())
        #expect(checker.show(deployed(.active, &store)) == nil)
    }

    @Test("sees an overcloud begun on an undercloud that is not whole")
    func groundless() {
        for state in [ServerState.starting, .evicting, .unplaced] {
            var (checker, store) = (OrderedDeployment(), StoreScript())
            let violation = checker.show([
                store.commit(undercloud(state)),
                store.commit(Sample.cloud(.undercloud, overcloud: .accepted)),
            ])
            #expect(violation?.checker == "ordered-deployment", "\(state)")
        }
    }

    @Test("sees endpoints told of before every server runs")
    func early() {
        for state in [ServerState.deploying, .starting] {
            var (checker, store) = (OrderedDeployment(), StoreScript())
            let violation = checker.show(deployed(state, &store))
            #expect(violation?.checker == "ordered-deployment", "\(state)")
        }
    }

    @Test("misses the endpoint of each service")
    func incomplete() {
        for service in Self.services {
            var (checker, store) = (OrderedDeployment(), StoreScript())
            let others = Self.services.filter { $0 != service }
            let violation = checker.show(deployed(.active, endpoints: others, &store))
            #expect(violation?.message.contains("'\(service)'") == true)
        }
    }
}
