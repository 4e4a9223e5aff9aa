import Yams

extension InputCursor {
    /// The entries of a list; an empty one is a list too.
    package func list(expected: String) -> [InputCursor]? {
        guard case .sequence(let sequence) = node else {
            reportMismatch(expected: expected)
            return nil
        }
        return sequence.enumerated().map { index, element in
            InputCursor(
                element,
                line: element.mark?.line ?? line,
                path: path.appending(index: index),
                log: log
            )
        }
    }

    package func mapping(expected: String) -> InputMapping? {
        guard case .mapping(let mapping) = node else {
            reportMismatch(expected: expected)
            return nil
        }
        return InputMapping(mapping, at: self)
    }

    var isScalar: Bool { if case .scalar = node { true } else { false } }

    package var isMapping: Bool { if case .mapping = node { true } else { false } }

    /// A text; a number or a truth value is not taken for one.
    package func text(expected: String) -> String? {
        if case .text(let text)? = scalar, !text.isEmpty { return text }
        reportMismatch(expected: expected)
        return nil
    }

    /// A text, also where its author left out the quotes around a number.
    package func looseText(expected: String) -> String? {
        if let text = plainText, !text.isEmpty { return text }
        reportMismatch(expected: expected)
        return nil
    }

    /// A text whose value is never quoted, since it may be a password.
    func looseSecret() -> String? {
        if isNothing { return nil }
        if let text = plainText { return text }
        report("found something that is no text, expected a text")
        return nil
    }

    /// The scalar as written, without a word to the log.
    package var plainText: String? {
        guard case .scalar(let scalar) = node, !isNothing else { return nil }
        return scalar.string
    }

    /// A whole number within bounds, not in quotes.
    package func integer(in range: ClosedRange<Int>, expected: String) -> Int? {
        if case .number(let number)? = scalar, let value = Int(number), range.contains(value) {
            return value
        }
        reportMismatch(expected: expected)
        return nil
    }

    /// A whole number within bounds, in quotes or not.
    package func looseInteger(in range: ClosedRange<Int>, expected: String) -> Int? {
        if let text = plainText, let value = Int(text), range.contains(value) { return value }
        reportMismatch(expected: expected)
        return nil
    }

    package func truth(expected: String) -> Bool? {
        if case .truth(let truth)? = scalar { return truth }
        reportMismatch(expected: expected)
        return nil
    }

    /// A value with a spelling of its own, such as a duration with its unit.
    package func value<Value>(expected: String, _ parse: (String) -> Value?) -> Value? {
        if case .text(let text)? = scalar, let value = parse(text) { return value }
        reportMismatch(expected: expected)
        return nil
    }
}
