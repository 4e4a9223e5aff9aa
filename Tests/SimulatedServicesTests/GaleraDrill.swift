import Hardware
import Histories
import SimulatedServices

/// Three Galera nodes, clients that write and read, and what goes wrong.
struct GaleraDrill<Model: ServiceModel>
where Model.Message == GaleraMessage, Model.Call == GaleraCall, Model.Answer == GaleraAnswer {
    var network: ServiceNetwork<Model>
    var history = History()
    var dice: Dice
    private var open: [CallNumber: (index: Int, node: Int)] = [:]
    private var calls = 0
    private let galera: WritableKeyPath<Model, GaleraNode>

    init(
        seed: UInt64, galera: WritableKeyPath<Model, GaleraNode>,
        make: (ServiceNode) -> Model
    ) {
        dice = Dice(seed &+ 1_000)
        self.galera = galera
        network = ServiceNetwork(["a", "b", "c"], seed: seed, make: make)
    }

    func node(_ index: Int) -> GaleraNode { network.nodes[index][keyPath: galera] }

    mutating func bootstrap(_ index: Int, _ caution: GaleraNode.Caution = .ifSafe) {
        let effects = network.nodes[index][keyPath: galera].bootstrap(caution, at: network.now)
        network.perform(effects, of: index)
    }

    mutating func startAll(from first: Int = 0) {
        bootstrap(first)
        rest(.seconds(1))
        for other in network.nodes.indices where other != first { network.give(.start, to: other) }
        rest(.seconds(15))
    }

    mutating func call(_ request: GaleraCall, _ action: Action, _ key: String, at node: Int) {
        calls += 1
        let number = CallNumber(calls)
        let index = history.invoke(
            ProcessNumber(calls), action, on: ObjectName(key), at: network.now)
        open[number] = (index, node)
        network.give(.call(request, number: number), to: node)
        record()
    }

    /// Clients go on for a while.
    ///
    /// - Parameter pace: milliseconds between two calls, on average.
    mutating func work(for length: Duration, pace: Int = 20) {
        let end = network.now + length
        while network.now < end {
            let (key, value) = ("k\(dice.next(below: 3))", String(calls))
            let node = dice.next(below: network.nodes.count)
            switch dice.next(below: 5) {
            case 0, 1: call(.read(key), .read, key, at: node)
            case 2: swap(key, value, at: node)
            default: call(.write(key, value), .write(Value(value)), key, at: node)
            }
            rest(.microseconds(1 + dice.next(below: pace * 2_000)))
        }
    }

    private mutating func swap(_ key: String, _ value: String, at node: Int) {
        let from = self.node(node).disk.rows[key]?.value
        call(
            .exchange(key, from: from, to: value),
            .compareAndSet(from: from.map { Value($0) }, to: Value(value)), key, at: node)
    }

    mutating func rest(_ length: Duration) {
        network.run(until: network.now + length)
        record()
    }

    mutating func kill(_ node: Int) {
        network.give(.kill, to: node)
        record()
    }

    mutating func heal() {
        network.cuts = []
        for index in network.nodes.indices where node(index).health == .down {
            network.give(.start, to: index)
        }
    }

    private mutating func record() {
        for (answer, number) in network.takeAnswers() {
            guard let (index, _) = open.removeValue(forKey: number) else { continue }
            history.complete(index, Self.outcome(answer), at: max(history.end, network.now))
        }
    }

    private static func outcome(_ answer: GaleraAnswer) -> Outcome {
        switch answer {
        case .value(let value): .ok(.value(value.map { Value($0) }))
        case .done: .done
        case .mismatch: .ok(.mismatch)
        case .failed(let reason): .failed(reason)
        case .unknown(let reason): .unknown(reason)
        }
    }

    var verdict: Verdict { LinearizabilityChecker().check(history) }
}

extension GaleraDrill where Model == GaleraNode {
    init(seed: UInt64, change: (inout GaleraOptions) -> Void = { _ in }) {
        var options = GaleraOptions(peers: ["a", "b", "c"])
        change(&options)
        let made = options
        self.init(seed: seed, galera: \.self) { GaleraNode($0, options: made) }
    }
}
