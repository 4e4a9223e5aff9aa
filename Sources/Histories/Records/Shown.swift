/// Which elements some reading has shown, and which reading did so first.
struct Shown {
    private(set) var first: [(value: Value, reading: Operation)] = []
    private var known: Set<Value> = []

    mutating func note(_ reading: Operation, _ elements: [Value]) {
        for element in elements where known.insert(element).inserted {
            first.append((element, reading))
        }
    }
}
