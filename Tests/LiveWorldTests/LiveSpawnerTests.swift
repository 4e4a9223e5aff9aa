import LiveWorld
import Synchronization
import Testing
import World

@Suite("The spawner of a live process")
struct LiveSpawnerTests {
    @Test("interrupts all work at the end, waits for it, and starts no more")
    func endInterruptsWork() async {
        let spawner = LiveSpawner()
        let interrupted = Mutex(0)
        let started = Mutex(0)
        for _ in 0..<10 {
            spawner.spawn("sleeper") {
                do {
                    try await LiveClock().sleep(for: .seconds(365 * 24 * 3600))
                } catch {
                    interrupted.withLock { $0 += 1 }
                }
            }
        }
        await spawner.end()
        spawner.spawn("late") { started.withLock { $0 += 1 } }
        await spawner.end()
        #expect(interrupted.withLock { $0 } == 10)
        #expect(started.withLock { $0 } == 0)
    }
}
