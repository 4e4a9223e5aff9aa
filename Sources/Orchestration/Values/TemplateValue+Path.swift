import OrderedCollections

extension TemplateValue {
    /// How a step into a list may be written.
    enum IndexForm {
        /// As a number only; attributes are walked so.
        case number
        /// As a number or as its digits; parameters are walked so.
        case numeral
    }

    /// What a path leads to: keys of maps, and places in lists and texts, counted from the end
    /// where they are negative.
    ///
    /// - Returns: nil where it leads nowhere.
    func value(at path: some Sequence<TemplateValue>, _ form: IndexForm) -> TemplateValue? {
        var value = self
        for step in path {
            guard let next = value.element(step, form) else { return nil }
            value = next
        }
        return value
    }

    private func element(_ step: TemplateValue, _ form: IndexForm) -> TemplateValue? {
        switch (self, step) {
        case (.map(let entries), .string(let key)): return entries[key]
        case (.list(let items), _):
            return step.index(form, of: items.count).map { items[$0] }
        case (.string(let text), _):
            let scalars = text.unicodeScalars
            return step.index(form, of: scalars.count).map {
                .string(String(scalars[scalars.index(scalars.startIndex, offsetBy: $0)]))
            }
        default: return nil
        }
    }

    private func index(_ form: IndexForm, of count: Int) -> Int? {
        var place: Int?
        switch (self, form) {
        case (.integer(let number), _): place = number
        case (.string(let text), .numeral): place = Self.integer(numeral: text)
        default: break
        }
        guard let place, place >= -count, place < count else { return nil }
        return place < 0 ? place + count : place
    }

    /// A whole number as Python's `int` reads it: blanks around it and single gaps between digits
    /// are allowed.
    static func integer(numeral text: String) -> Int? {
        let trimmed = text.drop(while: \.isWhitespace)
        let end = trimmed.lastIndex { !$0.isWhitespace }.map(trimmed.index(after:))
        let body = trimmed[..<(end ?? trimmed.startIndex)]
        guard !body.hasSuffix("_"), !body.contains("__"),
            body.drop(while: { $0 == "+" || $0 == "-" }).first != "_"
        else { return nil }
        return Int(body.filter { $0 != "_" })
    }
}
