/// A YAQL expression after parsing.
indirect enum YaqlNode: Sendable {
    case constant(TemplateValue)
    /// A word that is no function: an attribute, or itself.
    case keyword(String)
    case variable(String)
    case list([YaqlNode])
    /// Pairs of keys and values.
    case map([(key: YaqlNode, value: YaqlNode)])
    case index(YaqlNode, [YaqlNode])
    case call(YaqlCall)
    /// A call on what stands before its point; nothing is called on nothing where it says so.
    case method(YaqlNode, YaqlCall, isOptional: Bool)
    case attribute(YaqlNode, String, isOptional: Bool)
    case prefix(String, YaqlNode)
    case infix(String, YaqlNode, YaqlNode)
}

extension YaqlNode {
    /// Whether its value may be more than what the expression was given or holds itself.
    var makesValues: Bool {
        switch self {
        case .list, .map, .call, .method, .infix: true
        case .constant, .keyword, .variable, .index, .attribute, .prefix: false
        }
    }
}
