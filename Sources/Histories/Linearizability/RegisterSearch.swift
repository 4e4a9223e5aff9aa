/// Looks for an order in which a register's operations can have taken effect: just-in-time
/// linearization (Lowe, "Testing for linearizability", 2017; Wing and Gong, 1993).
///
/// All ways to have come so far are kept as a set; operations are put in order only when one of
/// them ends and must therefore have taken effect. What differs without a difference is one: reads
/// are done as soon as they can be, writes that nobody sees need no place of their own, operations
/// of unknown outcome that are alike are counted, and ways that allow less than another are
/// dropped. Where more are left than the limit allows, the search goes on with some: an order that
/// it finds is one all the same, and only if it finds none, nothing is known.
struct RegisterSearch {
    enum Result: Hashable {
        case found
        /// No order allows this operation to end; it is at this place among those given. The
        /// register could hold one of these values just before.
        case impossible(at: Int, states: [Int32])
        case undecided(String)
    }

    private enum Halt: Error { case undecided(String) }

    private let operations: [RegisterOperation]
    private let limits: CheckLimits
    private var configurations: [Configuration]
    private var optional = OptionalOperations()
    /// What is under way and known to end, by slot.
    private var slots = [RegisterOperation.Kind?](repeating: nil, count: CheckLimits.openOperations)
    /// When each of these ends, by slot.
    private var ends = [Int](repeating: 0, count: CheckLimits.openOperations)
    private var open: UInt64 = 0
    private var pure: UInt64 = 0
    private var steps = 0
    /// Whether some ways were given up for their number.
    private var isPartial = false

    init(_ operations: [RegisterOperation], initial: Int32, limits: CheckLimits) {
        self.operations = operations
        self.limits = limits
        configurations = [Configuration(state: initial)]
    }

    mutating func run() -> Result {
        var slotOf = [Int](repeating: -1, count: operations.count)
        do {
            for event in events() {
                let operation = operations[event.operation]
                if !event.isEnd {
                    slotOf[event.operation] = try begin(operation)
                } else {
                    let before = configurations
                    try end(slotOf[event.operation])
                    guard configurations.isEmpty else { continue }
                    if isPartial { return .undecided(tooMany) }
                    return .impossible(
                        at: event.operation, states: Set(before.map(\.state)).sorted())
                }
            }
            return .found
        } catch let Halt.undecided(reason) {
            return .undecided(reason)
        } catch {
            preconditionFailure("A search halts only at its limits.")
        }
    }

    private func events() -> [(place: Int, operation: Int, isEnd: Bool)] {
        var events: [(place: Int, operation: Int, isEnd: Bool)] = []
        events.reserveCapacity(operations.count * 2)
        for (index, operation) in operations.enumerated() {
            events.append((operation.invocation, index, false))
            if let completion = operation.completion { events.append((completion, index, true)) }
        }
        return events.sorted { $0.place < $1.place }
    }

    /// - Returns: its slot; -1 for one that may never take effect.
    private mutating func begin(_ operation: RegisterOperation) throws -> Int {
        guard let end = operation.completion else {
            optional.invoke(operation.kind)
            return -1
        }
        let slot = (~open).trailingZeroBitCount
        guard slot < CheckLimits.openOperations else {
            throw Halt.undecided(
                "more than \(CheckLimits.openOperations) operations are under way at a time")
        }
        slots[slot] = operation.kind
        ends[slot] = end
        open |= 1 << slot
        if operation.kind.isPure { pure |= 1 << slot }
        for index in configurations.indices { settle(&configurations[index], slots: 1 << slot) }
        return slot
    }

    /// Takes note of what has its effect where the register holds what it does.
    private func settle(_ configuration: inout Configuration, slots mask: UInt64) {
        var rest = mask & ~configuration.done
        while rest != 0 {
            let slot = rest.trailingZeroBitCount
            rest &= rest - 1
            guard let kind = slots[slot] else { continue }
            if case .write(let value) = kind {
                if value == configuration.state { configuration.hidden |= 1 << slot }
            } else if kind.isPure, kind.isLegal(at: configuration.state) {
                configuration.done |= 1 << slot
            }
        }
    }

    /// Keeps the ways in which the operation of that slot has taken effect.
    private mutating func end(_ slot: Int) throws {
        let bit: UInt64 = 1 << slot
        var kept = ConfigurationSet(pure: pure & ~bit)
        for configuration in configurations where hasRoom(kept.members.count) {
            if (configuration.done | configuration.hidden) & bit != 0 {
                kept.insert(configuration.without(bit))
            }
            if configuration.done & bit == 0 { try extend(configuration, with: slot, into: &kept) }
        }
        open &= ~bit
        pure &= ~bit
        slots[slot] = nil
        // Those that have used the least come first, and are kept if not all can be.
        configurations = kept.members.sorted { $0.used.count < $1.used.count }
    }

    private mutating func hasRoom(_ count: Int) -> Bool {
        if count < limits.configurations { return true }
        isPartial = true
        return false
    }

    private var tooMany: String { "more than \(limits.configurations) orders at one moment" }

    /// Every way from `start` to where the operation of that slot has taken effect.
    private mutating func extend(
        _ start: Configuration, with slot: Int, into kept: inout ConfigurationSet
    ) throws {
        let bit: UInt64 = 1 << slot
        guard let kind = slots[slot] else { return }
        var waiting = [start]
        var seen = ConfigurationSet(pure: pure)
        seen.insert(start)
        while let configuration = waiting.popLast() {
            if configuration.done & bit != 0 {
                kept.insert(configuration.without(bit))
                continue
            }
            if !kind.isPure, kind.isLegal(at: configuration.state) {
                kept.insert(take(kind, slot: slot, from: configuration).without(bit))
            }
            for next in successors(of: configuration, before: slot)
            where seen.insert(next) {
                waiting.append(next)
            }
            steps += 1
            guard steps <= limits.steps else {
                throw Halt.undecided("more than \(limits.steps) steps")
            }
            guard hasRoom(seen.members.count + kept.members.count) else { return }
        }
    }

    /// The ways one step further that another operation can see.
    ///
    /// Of operations that are alike, the one that must end first goes first: whichever is left can
    /// then be used for longer. So those that end go before those of unknown outcome.
    private func successors(
        of configuration: Configuration, before target: Int
    ) -> [Configuration] {
        var chosen: [(kind: RegisterOperation.Kind, slot: Int)] = []
        var rest = open & ~configuration.done & ~pure
        while rest != 0 {
            let slot = rest.trailingZeroBitCount
            rest &= rest - 1
            guard let kind = slots[slot], kind.isLegal(at: configuration.state) else { continue }
            if let place = chosen.firstIndex(where: { $0.kind == kind }) {
                if ends[slot] < ends[chosen[place].slot] { chosen[place].slot = slot }
            } else {
                chosen.append((kind, slot))
            }
        }
        var found: [Configuration] = []
        for (kind, slot) in chosen where slot != target {
            if case .write(let value) = kind, !isSeen(value, in: configuration) { continue }
            found.append(take(kind, slot: slot, from: configuration))
        }
        if !optional.isEmpty {
            appendOptional(to: &found, from: configuration, besides: chosen.map(\.kind))
        }
        return found
    }

    private func appendOptional(
        to found: inout [Configuration], from configuration: Configuration,
        besides others: [RegisterOperation.Kind]
    ) {
        for group in candidates(in: configuration) {
            let kind = optional.kinds[Int(group)]
            guard kind.isLegal(at: configuration.state), !others.contains(kind),
                optional.isLeft(group, in: configuration),
                isSeen(kind.result(at: configuration.state), in: configuration)
            else { continue }
            found.append(take(kind, slot: nil, from: configuration.using(group)))
        }
    }

    /// Operations of unknown outcome that could be of use.
    private func candidates(in configuration: Configuration) -> [Int32] {
        var groups = optional.swaps(from: configuration.state)
        var rest = open & ~configuration.done
        while rest != 0 {
            let slot = rest.trailingZeroBitCount
            rest &= rest - 1
            switch slots[slot] {
            case .read(let value)?, .swap(let value, _)?:
                if let group = optional.write(of: value), !groups.contains(group) {
                    groups.append(group)
                }
            case .mismatch?: return groups + optional.writes.filter { !groups.contains($0) }
            case .write?, nil: break
            }
        }
        return optional.hasSwaps ? optional.all : groups
    }

    /// Whether an operation waits for the register to hold `state`.
    private func isSeen(_ state: Int32, in configuration: Configuration) -> Bool {
        var rest = open & ~configuration.done
        while rest != 0 {
            let slot = rest.trailingZeroBitCount
            rest &= rest - 1
            switch slots[slot] {
            case .read(let value)? where value == state: return true
            case .swap(let value, _)? where value == state: return true
            case .mismatch(let value)? where value != state: return true
            default: break
            }
        }
        return optional.swaps(from: state).contains { optional.isLeft($0, in: configuration) }
    }

    private func take(
        _ kind: RegisterOperation.Kind, slot: Int?, from configuration: Configuration
    ) -> Configuration {
        var next = configuration
        next.state = kind.result(at: configuration.state)
        if case .write = kind { next.hidden |= writesUnderWay & ~next.done }
        if let slot {
            next.done |= 1 << slot
            next.hidden &= ~(1 << slot)
        }
        settle(&next, slots: open)
        return next
    }

    private var writesUnderWay: UInt64 {
        var mask: UInt64 = 0
        var rest = open & ~pure
        while rest != 0 {
            let slot = rest.trailingZeroBitCount
            rest &= rest - 1
            if case .write? = slots[slot] { mask |= 1 << slot }
        }
        return mask
    }
}
