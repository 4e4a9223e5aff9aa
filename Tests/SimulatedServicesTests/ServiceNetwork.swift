import SimulatedServices

/// Instances of a service with links between them that are slow, cut in one direction or both, and
/// lose nothing else; time passes where nothing happens.
struct ServiceNetwork<Model: ServiceModel> {
    private enum Event {
        case arrival(Model.Message, from: Int, to: Int)
        case wake(Int)
    }

    struct Cut: Hashable {
        let from: Int
        let to: Int
    }

    let names: [ServiceNode]
    var nodes: [Model]
    private(set) var now: Duration = .zero
    var cuts: Set<Cut> = []
    /// Answers to calls, in order.
    private(set) var answers: [(answer: Model.Answer, call: CallNumber)] = []
    private(set) var logs: [String] = []
    private(set) var steps = 0
    private var heap = EventHeap<Event>()
    private var dice: Dice

    init(_ names: [ServiceNode], seed: UInt64, make: (ServiceNode) -> Model) {
        self.names = names
        nodes = names.map(make)
        dice = Dice(seed)
    }

    mutating func give(_ input: ServiceInput<Model.Message, Model.Call>, to node: Int) {
        perform(nodes[node].take(input, at: now), of: node)
    }

    mutating func perform(
        _ effects: [ServiceEffect<Model.Message, Model.Answer>], of node: Int
    ) {
        for effect in effects {
            switch effect {
            case .send(let message, let peer):
                guard let target = names.firstIndex(of: peer) else { continue }
                let delay = Duration.microseconds(200 + dice.next(below: 1_500))
                heap.push(.arrival(message, from: node, to: target), at: now + delay)
            case .wake(let time): heap.push(.wake(node), at: max(time, now))
            case .answer(let answer, let call): answers.append((answer, call))
            case .log(let text): logs.append("\(names[node]): \(text)")
            }
        }
    }

    /// Answers that came since the last time.
    mutating func takeAnswers() -> [(answer: Model.Answer, call: CallNumber)] {
        defer { answers = [] }
        return answers
    }

    mutating func run(until end: Duration) {
        while let next = heap.next, next <= end, let (time, event) = heap.pop() {
            now = time
            steps += 1
            switch event {
            case .arrival(let message, let from, let to):
                guard !cuts.contains(Cut(from: from, to: to)) else { continue }
                give(.message(message, from: names[from]), to: to)
            case .wake(let node): give(.wake, to: node)
            }
        }
        now = end
    }

    /// Cuts a node off from all others, both ways.
    mutating func isolate(_ node: Int) {
        for other in nodes.indices where other != node {
            cuts.insert(Cut(from: node, to: other))
            cuts.insert(Cut(from: other, to: node))
        }
    }
}
