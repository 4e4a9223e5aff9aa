import SimulatedServices

/// A bug: it tells a client that its write is done before anybody has certified it.
struct EagerGalera: ServiceModel {
    var galera: GaleraNode
    private var told: Set<CallNumber> = []

    init(_ galera: GaleraNode) { self.galera = galera }

    var health: ServiceHealth { galera.health }

    mutating func take(
        _ input: ServiceInput<GaleraMessage, GaleraCall>, at now: Duration
    ) -> [ServiceEffect<GaleraMessage, GaleraAnswer>] {
        var effects: [ServiceEffect<GaleraMessage, GaleraAnswer>] = []
        if case .call(.write, let number) = input, health == .serving {
            told.insert(number)
            effects.append(.answer(.done, to: number))
        }
        for effect in galera.take(input, at: now) {
            if case .answer(_, let number) = effect, told.contains(number) { continue }
            effects.append(effect)
        }
        return effects
    }
}
