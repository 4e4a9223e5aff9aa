/// A function's name and what it is given.
struct YaqlCall: Sendable {
    let name: String
    let arguments: [YaqlNode]
    /// `name => value`, in the order written.
    let pairs: [(key: YaqlNode, value: YaqlNode)]

    /// What is given under a name.
    func named(_ name: String) -> YaqlNode? {
        for (key, value) in pairs {
            if case .keyword(let word) = key, word == name { return value }
        }
        return nil
    }
}
