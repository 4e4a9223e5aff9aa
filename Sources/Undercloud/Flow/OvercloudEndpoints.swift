/// The services of an overcloud, by Keystone's service types, and the ports TripleO gives them.
enum OvercloudEndpoints {
    /// The overcloud's public address.
    static let host = "overcloud"

    static let all: [Endpoint] = [
        ("compute", 8774), ("identity", 5000), ("image", 9292), ("metering", 8777),
        ("network", 9696), ("object-store", 8080), ("orchestration", 8004), ("volume", 8776),
    ].map { Endpoint(service: $0.0, url: "http://\(host):\($0.1)/") }
}
