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
