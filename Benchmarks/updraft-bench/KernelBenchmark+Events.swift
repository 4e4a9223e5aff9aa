import HeapModule
import Simulation

/// Devices that act on the event heap: each event sets the next one of its device.
extension KernelBenchmark {
    private static let devices = 1000
    private static let events = 1_000_000

    static func scheduledEvents() -> Int {
        let simulator = Simulator(seed: 7)
        let population = Population(simulator)
        for _ in 0..<devices { population.step() }
        _ = simulator.run { population.count >= events }
        let count = population.count
        simulator.shutDown()
        return count
    }

    static func bareEvents() -> Int {
        var heap = Heap<BareEvent>()
        var generator = SeededGenerator(seed: 7)
        var (now, count) = (Int64(0), 0)
        for number in 0..<devices {
            heap.insert(BareEvent(at: Int64.random(in: 1...1_000_000, using: &generator), number))
        }
        while count < events {
            now = heap.removeMin().deadline
            count += 1
            let delay = Int64.random(in: 1...1_000_000, using: &generator)
            heap.insert(BareEvent(at: now + delay, devices + count))
        }
        return count
    }
}

/// The least an event can be.
private struct BareEvent: Comparable {
    let deadline: Int64
    let number: Int

    init(at deadline: Int64, _ number: Int) {
        self.deadline = deadline
        self.number = number
    }

    static func < (left: BareEvent, right: BareEvent) -> Bool {
        if left.deadline != right.deadline { return left.deadline < right.deadline }
        return left.number < right.number
    }
}
