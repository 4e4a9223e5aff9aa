import OrderedCollections

/// What values have by name and by place.
enum JinjaAccess {
    /// A method, or else an entry, as Jinja looks for what stands behind a point.
    static func attribute(
        _ name: String, of value: JinjaValue
    ) throws(JinjaFault) -> JinjaValue {
        if case .undefined(let missing) = value { throw .value("\(missing) is undefined") }
        if let method = JinjaMethods.method(name, of: value) { return .function(method) }
        if case .map(let map) = value, let entry = map[name] { return entry }
        return .undefined("attribute '\(name)'")
    }

    /// An entry, or else a method, as Jinja looks for what stands in brackets.
    static func item(
        _ key: JinjaValue, of value: JinjaValue
    ) throws(JinjaFault) -> JinjaValue {
        switch value {
        case .undefined(let missing): throw .value("\(missing) is undefined")
        case .map(let map):
            if let entry = JinjaKey(key).flatMap({ map.entries[$0] }) { return entry }
        case .list, .tuple, .string:
            if let index = key.integer, let items = value.items {
                let place = index < 0 ? items.count + index : index
                if items.indices.contains(place) { return items[place] }
            }
        default: break
        }
        if let name = key.string, let method = JinjaMethods.method(name, of: value) {
            return .function(method)
        }
        return .undefined("element \(key.text)")
    }

    static func slice(
        of value: JinjaValue, _ start: JinjaValue?, _ end: JinjaValue?, _ step: JinjaValue?
    ) throws(JinjaFault) -> JinjaValue {
        let step = step?.integer ?? 1
        guard let items = value.items, step != 0 else { throw .value("cannot be sliced") }
        let bounds = { (index: Int?, standard: Int, least: Int, most: Int) in
            guard let index else { return standard }
            return min(max(index < 0 ? items.count + index : index, least), most)
        }
        let count = items.count
        let isForward = step > 0
        let from = bounds(
            start?.integer, isForward ? 0 : count - 1, isForward ? 0 : -1,
            isForward ? count : count - 1)
        let to = bounds(
            end?.integer, isForward ? count : -1, isForward ? 0 : -1,
            isForward ? count : count - 1)
        let taken = stride(from: from, to: to, by: step).map { items[$0] }
        switch value {
        case .string: return .string(taken.map(\.text).joined())
        case .tuple: return .tuple(taken)
        default: return .list(taken)
        }
    }
}
