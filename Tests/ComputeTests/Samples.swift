import Compute
import Hardware
import Plans

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
