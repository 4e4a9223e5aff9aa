import Plans

/// One decision of the scheduler while it is being made.
struct PlacementRound {
    private let requests: [PlacementRequest]
    private let hosts: [Host]
    /// The distinct flavors asked for, in order of their first request.
    private let fits: [FlavorFit]
    /// The position in `fits` of each request's flavor.
    private let flavorOf: [Int]
    private let preferences: [HostPreference]
    private let marks: [[Bool]]
    private var matching: FlavorMatching
    private var isAccepted: [Bool]
    private var load: RackLoad

    init(mode: PlacementMode, requests: [PlacementRequest], hosts: [Host]) {
        var positions: [Flavor: Int] = [:]
        var fits: [FlavorFit] = []
        flavorOf = requests.map { request in
            if let known = positions[request.flavor] { return known }
            positions[request.flavor] = fits.count
            fits.append(FlavorFit(flavor: request.flavor, mode: mode))
            return fits.count - 1
        }
        let preferences = fits.map { HostPreference(of: $0, among: hosts) }
        let matching = FlavorMatching(
            choices: preferences.map { $0.choices.map(\.host) },
            hostCount: hosts.count
        )
        self.requests = requests
        self.hosts = hosts
        self.fits = fits
        self.preferences = preferences
        self.matching = matching
        marks = hosts.indices.map { matching.marks(of: $0) }
        isAccepted = Array(repeating: false, count: requests.count)
        load = RackLoad(of: hosts)
    }

    /// Decides who gets a machine at all, in the order of the requests.
    mutating func accept() {
        // Once a flavor found no way to one more machine it never will: others only take more.
        var isExhausted = [Bool](repeating: false, count: fits.count)
        for index in requests.indices where !isExhausted[flavorOf[index]] {
            isAccepted[index] = matching.augment(flavorOf[index])
            isExhausted[flavorOf[index]] = !isAccepted[index]
        }
    }

    /// Gives each accepted request the best machine that leaves the others theirs.
    mutating func assign() -> [Placement.Assignment] {
        requests.indices.filter { isAccepted[$0] }.map { index in
            let host = give(flavor: flavorOf[index], role: requests[index].role)
            load.add(requests[index].role, on: hosts[host])
            return Placement.Assignment(server: requests[index].server, host: hosts[host].id)
        }
    }

    private mutating func give(flavor: Int, role: RoleName) -> Int {
        // A machine that others cannot spare stands for all that the same flavors may have.
        var refused: Set<[Bool]> = []
        while let host = best(for: flavor, role: role, without: refused) {
            if matching.fix(host, for: flavor) { return host }
            refused.insert(marks[host])
        }
        preconditionFailure("An accepted request has a machine that is meant for its flavor.")
    }

    /// The first of the best tier in the rack with the fewest servers of the role.
    private func best(for flavor: Int, role: RoleName, without refused: Set<[Bool]>) -> Int? {
        var best: (host: Int, tier: Int, load: Int)?
        for choice in preferences[flavor].choices where !matching.isFixed(choice.host) {
            let near = load.count(of: role, near: hosts[choice.host])
            if let best, (best.tier, best.load) <= (choice.tier, near) { continue }
            if refused.contains(marks[choice.host]) { continue }
            best = (choice.host, choice.tier, near)
        }
        return best?.host
    }

    /// Why each request that was not accepted has no machine.
    func refusals() -> [NoValidHost] {
        let rejected = requests.indices.filter { !isAccepted[$0] }
        // Requests of one flavor share one answer; a thousand of them must not cost a thousand.
        var answers: [Int: NoValidHost] = [:]
        return rejected.map { index in
            let (flavor, server) = (flavorOf[index], requests[index].server)
            if let answer = answers[flavor] { return answer.repeated(for: server) }
            let considered = hosts.map { consider($0, for: fits[flavor]) }
            let answer = NoValidHost(server: server, considered: considered)
            answers[flavor] = answer
            return answer
        }
    }

    private func consider(_ host: Host, for fit: FlavorFit) -> NoValidHost.Considered {
        let rejection: HostRejection =
            switch host.availability {
            case .unavailable(let reason): .unavailable(reason)
            case .available: fit.rejection(of: host.properties) ?? .taken
            }
        return NoValidHost.Considered(host: host.id, rejection: rejection)
    }
}
