import Compute
import Hardware
import Plans

/// Chance that a seed repeats (SplitMix64), so that a failing cloud is found again by its seed.
struct SampleGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return word ^ word >> 31
    }
}

func sampleFlavor(
    _ name: String,
    memory: Int64,
    processors: Int = 1,
    disk: Int64 = 1,
    profile: ProfileName? = nil,
    architecture: Architecture? = nil
) -> Flavor {
    Flavor(
        name: FlavorName(name),
        processors: processors,
        memory: .gibibytes(memory),
        disk: .gibibytes(disk),
        profile: profile,
        architecture: architecture
    )
}

func sampleHost(
    _ id: String,
    memory: Int64,
    processors: Int = 8,
    disk: Int64 = 100,
    capabilities: [String: String] = [:],
    rack: RackName? = nil,
    occupant: RoleName? = nil,
    availability: Host.Availability = .available
) -> Host {
    Host(
        id: HostID(id),
        properties: HostProperties(
            processors: processors,
            memory: .gibibytes(memory),
            localDisk: .gibibytes(disk),
            architecture: "x86_64",
            capabilities: capabilities
        ),
        availability: availability,
        rack: rack,
        occupant: occupant
    )
}

func sampleRequests(_ role: String, count: Int, _ flavor: Flavor) -> [PlacementRequest] {
    (0..<count).map { index in
        PlacementRequest(
            server: ServerName("\(role)-\(index)"),
            role: RoleName(role),
            flavor: flavor
        )
    }
}

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
