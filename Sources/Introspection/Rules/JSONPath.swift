import Documents
import OrderedCollections

/// A path to values of a document, in the language of `jsonpath-rw`.
struct JSONPath {
    indirect enum Step {
        /// `$`: the document.
        case root
        /// A key, or any of several.
        case keys([String])
        /// `*`: every value of a map.
        case anyKey
        case item(Int)
        /// `[1:3]`, `[*]`: items of a list; any other value counts as a list of itself.
        case items(from: Int?, to: Int?, by: Int?)
        /// The value itself and all below it.
        case descendants
        /// What either path finds.
        case either(JSONPath, JSONPath)
    }

    let steps: [Step]

    func values(in document: DocumentValue) -> [DocumentValue] {
        steps.reduce([document]) { values, step in
            values.flatMap { Self.values(of: $0, step, in: document) }
        }
    }

    private static func values(
        of value: DocumentValue, _ step: Step, in document: DocumentValue
    ) -> [DocumentValue] {
        switch step {
        case .root: return [document]
        case .keys(let keys): return keys.compactMap { value[$0] }
        case .anyKey: return value.map.map { Array($0.values) } ?? []
        case .item(let place): return item(place, of: value)
        case .items(let from, let to, let by):
            return items(of: value.list ?? [value], from, to, by ?? 1)
        case .descendants: return descendants(of: value)
        case .either(let left, let right):
            return left.values(in: value) + right.values(in: value)
        }
    }

    private static func item(_ place: Int, of value: DocumentValue) -> [DocumentValue] {
        guard let items = value.list else { return [] }
        let index = place < 0 ? items.count + place : place
        return items.indices.contains(index) ? [items[index]] : []
    }

    private static func items(
        of items: [DocumentValue], _ from: Int?, _ to: Int?, _ by: Int
    ) -> [DocumentValue] {
        guard by != 0 else { return [] }
        func bounded(_ index: Int) -> Int {
            min(max(index < 0 ? items.count + index : index, by < 0 ? -1 : 0), items.count)
        }
        let first = from.map(bounded) ?? (by < 0 ? items.count - 1 : 0)
        let last = to.map(bounded) ?? (by < 0 ? -1 : items.count)
        return stride(from: first, to: last, by: by).compactMap { index in
            items.indices.contains(index) ? items[index] : nil
        }
    }

    private static func descendants(of value: DocumentValue) -> [DocumentValue] {
        switch value {
        case .map(let entries): [value] + entries.values.flatMap { descendants(of: $0) }
        case .list(let items): [value] + items.flatMap { descendants(of: $0) }
        default: [value]
        }
    }
}
