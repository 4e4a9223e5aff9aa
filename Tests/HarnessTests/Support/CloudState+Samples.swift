import BareMetal
import Compute
import Hardware
import Undercloud
import World

@testable import Harness

extension CloudState {
    /// A cloud of one overcloud server that lacks nothing.
    static var whole: CloudState {
        let instance = Sample.instance("i-1", of: "compute-0")
        var node = Sample.node("node-1", .active, instance: instance)
        node.powerState = .on
        return CloudState(
            nodes: [node],
            servers: [Sample.server(0, on: "node-1", .active)],
            intents: [Sample.intent("a", .deploy, on: "node-1", .done)],
            endpoints: [Endpoint(service: "identity", url: "http://overcloud:5000/")],
            cloud: Sample.cloud(.undercloud, overcloud: .deployed),
            leadership: Sample.leadership(3, "undercloud-0"), storeMembers: ["undercloud-0"],
            machines: [machine(.disk(contents: "d00d", extent: .whole))])
    }

    static func machine(_ running: MachineTruth.Running) -> MachineTruth {
        MachineTruth(name: "node-1", power: .on, running: running, fitness: .fit)
    }
}
