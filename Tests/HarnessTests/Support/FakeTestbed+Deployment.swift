import Compute
import Hardware
import Plans
import Undercloud

extension FakeTestbed {
    /// The sample cloud is deployed; a second earlier all that it rests on was.
    func deploy(at seconds: Int64) {
        var undercloud = Server(Sample.plan.undercloudServers[0])
        undercloud.state = .active
        at(seconds - 1, commit: undercloud)
        at(seconds - 1, commit: Sample.server(0, on: "node-1", .active))
        let services = [
            "compute", "identity", "image", "metering", "network", "object-store",
            "orchestration", "volume",
        ]
        for service in services {
            at(seconds - 1, commit: Endpoint(service: service, url: "http://overcloud/"))
        }
        at(seconds, commit: Sample.cloud(.undercloud, overcloud: .deployed))
    }
}
