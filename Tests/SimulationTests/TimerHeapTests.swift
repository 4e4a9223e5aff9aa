import Testing

@testable import Simulation

@Suite("The timer heap")
struct TimerHeapTests {
    @Test("fires by deadline, and equal deadlines in the order set", arguments: UInt64(1)...20)
    func order(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var timers = TimerHeap()
        var expected: [(deadline: Int64, number: Int)] = []
        var armed: [(ticket: TimerHeap.Ticket, number: Int)] = []
        let fired = Box<[Int]>([])
        for number in 0..<500 {
            let deadline = Int64(chance.next(below: 50))
            let ticket = timers.arm(at: VirtualTime(nanoseconds: deadline)) {
                fired.value.append(number)
            }
            expected.append((deadline, number))
            armed.append((ticket, number))
            guard chance.next(below: 3) == 0 else { continue }
            let victim = armed[chance.next(below: armed.count)]
            _ = timers.disarm(victim.ticket)
            expected.removeAll { $0.number == victim.number }
        }
        #expect(timers.count == expected.count)
        while let (_, action) = timers.popDue(at: VirtualTime(nanoseconds: 50)) { action() }
        expected.sort { ($0.deadline, $0.number) < ($1.deadline, $1.number) }
        #expect(fired.value == expected.map(\.number))
        #expect(timers.count == 0)
    }

    @Test("fires nothing before its time")
    func notYet() {
        var timers = TimerHeap()
        _ = timers.arm(at: VirtualTime(nanoseconds: 10)) {}
        #expect(timers.popDue(at: VirtualTime(nanoseconds: 9)) == nil)
        #expect(timers.nextDeadline() == VirtualTime(nanoseconds: 10))
        #expect(timers.popDue(at: VirtualTime(nanoseconds: 10)) != nil)
        #expect(timers.nextDeadline() == nil)
    }

    @Test("lets a ticket be cancelled twice, or after it fired, without harm to its successor")
    func staleTicket() {
        var timers = TimerHeap()
        let first = timers.arm(at: .zero) {}
        #expect(timers.disarm(first) != nil)
        let second = timers.arm(at: .zero) {}
        #expect(timers.disarm(first) == nil)
        #expect(timers.count == 1)
        #expect(timers.popDue(at: .zero)?.number == second.number)
        let third = timers.arm(at: .zero) {}
        #expect(timers.disarm(second) == nil)
        #expect(timers.popDue(at: .zero)?.number == third.number)
    }

    @Test("keeps no more cancelled timers than live ones, however many are cancelled")
    func sweeps() {
        var timers = TimerHeap()
        let far = VirtualTime(nanoseconds: 1 << 50)
        let live = (0..<100).map { timers.arm(at: VirtualTime(nanoseconds: $0)) {}.number }
        var most = 0
        for _ in 0..<1_000_000 {
            let ticket = timers.arm(at: far) {}
            _ = timers.disarm(ticket)
            most = max(most, timers.entryCount)
        }
        #expect(most < 2000)
        #expect(timers.count == 100)
        var fired: [Int64] = []
        while let (number, _) = timers.popDue(at: far) { fired.append(number) }
        #expect(fired == live)
    }

    @Test("lets go of a cancelled action at once")
    func releases() {
        var timers = TimerHeap()
        weak var held: Box<Int>?
        let ticket = { () -> TimerHeap.Ticket in
            let box = Box(1)
            held = box
            return timers.arm(at: VirtualTime(nanoseconds: 1 << 50)) { box.value += 1 }
        }()
        #expect(held != nil)
        _ = timers.disarm(ticket)
        #expect(held == nil)
    }
}
