import OrderedCollections

/// The functions that every template knows.
enum JinjaGlobals {
    static var range: JinjaFunction {
        JinjaFunction("range") { (values, _) throws(JinjaFault) in
            let numbers = values.compactMap(\.integer)
            guard numbers.count == values.count, (1...3).contains(numbers.count) else {
                throw .value("range expects one to three numbers")
            }
            let (start, end) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
            let step = numbers.count == 3 ? numbers[2] : 1
            guard step != 0 else { throw .value("range() arg 3 must not be zero") }
            let items = stride(from: start, to: end, by: step).prefix(JinjaLimits.rounds + 1)
                .map(JinjaValue.integer)
            guard items.count <= JinjaLimits.rounds else { throw .value("the range is too long") }
            return .list(items)
        }
    }

    static var map: JinjaFunction {
        JinjaFunction("dict") { (values, named) throws(JinjaFault) in
            var entries: OrderedDictionary<JinjaKey, JinjaValue> = [:]
            if let first = values.first {
                guard case .map(let map) = first else { throw .value("dict expects a map") }
                entries = map.entries
            }
            for (name, value) in named { entries[.string(name)] = value }
            return .map(JinjaMap(entries))
        }
    }
}
