import BareMetal
import Orchestration
import OrderedCollections

extension InputCursor {
    /// What stands here, as templates take it.
    var value: TemplateValue {
        if isMapping {
            let entries = mapping(expected: "a mapping")?.entries ?? []
            return .map(
                OrderedDictionary(entries.map { ($0.key, $0.value.value) }) { $1 })
        }
        switch scalar {
        case nil: return .list((list(expected: "a list") ?? []).map(\.value))
        case .nothing?: return .null
        case .truth(let truth)?: return .bool(truth)
        case .number(let text)?:
            return Int(text).map { .integer($0) } ?? Double(text).map { .real($0) } ?? .string(text)
        case .text(let text)?: return .string(text)
        }
    }
}
