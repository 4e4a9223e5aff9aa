import OrderedCollections

/// What waits for what, and what is ready: the order in which a stack's steps are taken.
///
/// Every edge is looked at once when it is added and once when what it leads to is finished, so
/// that the whole costs in proportion to steps and edges.
public struct WorkGraph<Step: Hashable & Sendable>: Sendable {
    private struct Place {
        var waitsFor = 0
        var dependants: [Step] = []
        var isFinished = false
    }

    private var places: OrderedDictionary<Step, Place> = [:]
    private var unfinished = 0
    /// How often an edge was looked at, for whoever measures what a stack costs.
    public private(set) var visits = 0

    public init() {}

    public var steps: some Collection<Step> { places.keys }
    public var isFinished: Bool { unfinished == 0 }

    public func contains(_ step: Step) -> Bool { places[step] != nil }

    public mutating func add(_ step: Step) {
        guard places[step] == nil else { return }
        places[step] = Place()
        unfinished += 1
    }

    /// Has a step wait until another is finished. Saying so twice waits twice, which is the same.
    public mutating func add(_ step: Step, after other: Step) {
        add(step)
        add(other)
        visits += 1
        places[other]?.dependants.append(step)
        places[step]?.waitsFor += 1
    }

    /// The steps that wait for nothing, in the order they were added.
    public var ready: [Step] {
        places.filter { !$0.value.isFinished && $0.value.waitsFor == 0 }.map(\.key)
    }

    /// Whether a step is still to be taken, and waits for no other.
    public func isReady(_ step: Step) -> Bool {
        places[step].map { !$0.isFinished && $0.waitsFor == 0 } ?? false
    }

    public func isFinished(_ step: Step) -> Bool { places[step]?.isFinished ?? false }

    /// - Returns: the steps that this makes ready, in the order they were added to it.
    public mutating func finish(_ step: Step) -> [Step] {
        guard let place = places[step], !place.isFinished else { return [] }
        places[step]?.isFinished = true
        unfinished -= 1
        var ready: [Step] = []
        for dependant in place.dependants {
            visits += 1
            places[dependant]?.waitsFor -= 1
            if places[dependant]?.waitsFor == 0 { ready.append(dependant) }
        }
        return ready
    }

    /// Steps that wait for each other, each for the next and the last for the first; nil where
    /// every step can be reached.
    public var cycle: [Step]? {
        var rest = self
        var ready = rest.ready
        while let step = ready.popLast() { ready += rest.finish(step) }
        guard !rest.isFinished else { return nil }
        let stuck = rest.places.filter { !$0.value.isFinished }
        var waitsOn: [Step: Step] = [:]
        for (step, place) in stuck {
            for dependant in place.dependants where stuck[dependant] != nil {
                waitsOn[dependant] = step
            }
        }
        guard let start = stuck.keys.first else { return nil }
        var path: OrderedSet<Step> = [start]
        while let last = path.last, let next = waitsOn[last] {
            if let first = path.firstIndex(of: next) { return Array(path[first...]) }
            path.append(next)
        }
        return Array(path)
    }
}
