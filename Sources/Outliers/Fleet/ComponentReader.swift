import Facts
import OrderedCollections

/// Reads what each component of a machine is. Facts become numbers, so that thousands of machines
/// are compared by short lists of these.
struct ComponentReader {
    let components: [HardwareComponent]
    private let defects: Set<CardiffDefect>
    private var numbers: [Fact: Int32] = [:]
    private var facts: [Fact] = []
    /// The components that take facts of a kind and key, whatever the id.
    private var takerTable: [Subject: [Int]] = [:]

    private struct Subject: Hashable {
        let kind: String
        let key: String
    }

    init(ignoring ignored: Set<String>, defects: Set<CardiffDefect>) {
        components = HardwareComponent.allCases.filter { !ignored.contains($0.ignoreWord) }
        self.defects = defects
    }

    /// The facts of each component, rising, or in their own order where that defect is asked for.
    mutating func keys(of facts: [Fact]) -> [[Int32]] {
        var keys = [[Int32]](repeating: [], count: components.count)
        for fact in facts {
            for index in takers(of: fact)
            where components[index].takes(id: fact.id, defects) {
                keys[index].append(number(of: fact))
            }
        }
        return keys.map(canonical)
    }

    private func canonical(_ numbers: [Int32]) -> [Int32] {
        if defects.contains(.keysFollowFactOrder) { return Array(OrderedSet(numbers)) }
        let sorted = numbers.sorted()
        return sorted.enumerated().filter { $0 == 0 || sorted[$0 - 1] != $1 }.map(\.element)
    }

    private mutating func takers(of fact: Fact) -> [Int] {
        let subject = Subject(kind: fact.kind, key: fact.key)
        if let known = takerTable[subject] { return known }
        let found = components.indices.filter { index in
            fact.kind.contains(components[index].kind(defects))
                && !components[index].ignoredKeys(defects).contains { fact.key.contains($0) }
        }
        takerTable[subject] = found
        return found
    }

    private mutating func number(of fact: Fact) -> Int32 {
        if let known = numbers[fact] { return known }
        let number = Int32(facts.count)
        facts.append(fact)
        numbers[fact] = number
        return number
    }

    /// Machines by what they have of a component.
    func groups(_ keys: [[Int32]], of component: HardwareComponent) -> ComponentGroups {
        var machines: OrderedDictionary<[Int32], [Int]> = [:]
        for (machine, key) in keys.enumerated() { machines[key, default: []].append(machine) }
        return ComponentGroups(
            component: component,
            groups: machines.map { key, machines in
                .init(facts: key.map { facts[Int($0)] }.sorted(), machines: machines)
            })
    }
}
