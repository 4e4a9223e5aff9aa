import Compute
import Hardware
import Plans

/// A small cloud drawn from a seed: few machines, few sizes, so that conflicts are common.
struct SampleCloud {
    let flavors: [Flavor]
    let requests: [PlacementRequest]
    let hosts: [Host]

    init(seed: UInt64) {
        var random = SampleGenerator(seed: seed)
        let profiles: [ProfileName?] = [nil, nil, "a", "b"]
        flavors = (0..<Int.random(in: 1...4, using: &random)).map { index in
            sampleFlavor(
                "f\(index)",
                memory: Int64.random(in: 1...4, using: &random),
                processors: Int.random(in: 1...3, using: &random),
                profile: profiles.randomElement(using: &random) ?? nil
            )
        }
        var requests: [PlacementRequest] = []
        for index in 0..<Int.random(in: 1...7, using: &random) {
            let flavor = Int.random(in: 0..<flavors.count, using: &random)
            requests.append(
                PlacementRequest(
                    server: ServerName("s\(index)"),
                    role: RoleName("r\(flavor)"),
                    flavor: flavors[flavor]
                )
            )
        }
        self.requests = requests
        let tags: [[String: String]] = [
            [:], [:], ["profile": "a"], ["profile": "b"], ["a_profile": "1"],
            ["b_profile": "true"],
        ]
        hosts = (0..<Int.random(in: 0...7, using: &random)).map { index in
            sampleHost(
                "h\(index)",
                memory: Int64.random(in: 1...5, using: &random),
                processors: Int.random(in: 1...4, using: &random),
                capabilities: tags.randomElement(using: &random) ?? [:],
                rack: RackName("rack-\(Int.random(in: 0...2, using: &random))"),
                availability: Int.random(in: 0..<8, using: &random) == 0
                    ? .unavailable("in use") : .available
            )
        }
    }
}
