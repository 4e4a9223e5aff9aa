/// A value of Clojure's notation, as far as Jepsen's histories use it.
indirect enum EDN: Hashable {
    case `nil`
    /// A number, symbol, keyword (with its colon) or text in quotes, by its text.
    case atom(String)
    case sequence([EDN])
    case map([EDN])

    var text: String? { if case .atom(let text) = self { text } else { nil } }
    var elements: [EDN]? { if case .sequence(let elements) = self { elements } else { nil } }

    /// What a map holds under a keyword.
    subscript(key: String) -> EDN? {
        guard case .map(let items) = self else { return nil }
        var place = 0
        while place + 1 < items.count {
            if items[place] == .atom(key) { return items[place + 1] }
            place += 2
        }
        return nil
    }
}
