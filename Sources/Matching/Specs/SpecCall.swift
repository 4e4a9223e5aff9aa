import Documents

/// A function of the match language with its arguments, asked about a fact's text.
struct SpecCall {
    enum Argument {
        case text(String)
        case call(SpecCall)
    }

    let function: SpecFunction
    let arguments: [Argument]
    private let regex: PythonRegex?
    private let network: IPv4Block?

    init(_ function: SpecFunction, _ arguments: [Argument]) {
        self.function = function
        self.arguments = arguments
        guard case .text(let text) = arguments.first else {
            (regex, network) = (nil, nil)
            return
        }
        regex = function == .regexp ? PythonRegex(text) : nil
        network = function == .network ? IPv4Block(text) : nil
    }

    /// Why no text can ever satisfy it; nil where one can.
    var fault: String? {
        if let arity = function.arity, arity != arguments.count {
            let count = arity == 1 ? "one argument" : "\(arity) arguments"
            return "'\(function.rawValue)' takes \(count), found \(arguments.count)"
        }
        switch (function, arguments.first) {
        case (.regexp, .text(let text)?) where regex == nil:
            return "'\(text)' is no regular expression"
        case (.network, .text(let text)?) where network == nil:
            return "'\(text)' is no IPv4 network"
        case (.gt, .text(let text)?), (.ge, .text(let text)?), (.lt, .text(let text)?),
            (.le, .text(let text)?):
            return PythonNumber.real(text) == nil ? "'\(text)' is no number" : nil
        default:
            return arguments.lazy.compactMap { argument in
                if case .call(let call) = argument { call.fault } else { nil }
            }.first
        }
    }

    /// Whether the text satisfies it; nil where it makes no sense to ask, such as whether a name
    /// is greater than a number. The reference stops with an error there.
    func holds(for text: String) -> Bool? {
        guard function.arity == nil || function.arity == arguments.count else { return nil }
        return switch function {
        case .gt: compare(text) { $0 > $1 }
        case .ge: compare(text) { $0 >= $1 }
        case .lt: compare(text) { $0 < $1 }
        case .le: compare(text) { $0 <= $1 }
        case .range: isInRange(text)
        case .in: arguments.contains { if case .text(text) = $0 { true } else { false } }
        case .network: network.flatMap { $0.contains(text) }
        case .regexp: regex.map { $0.isIn(text) }
        case .not: truth(0, text).map { !$0 }
        case .and: both(text)
        case .or: either(text)
        }
    }

    private func compare(_ text: String, _ relation: (Double, Double) -> Bool) -> Bool? {
        guard let left = PythonNumber.real(text), let right = number(0) else { return nil }
        return relation(left, right)
    }

    private func isInRange(_ text: String) -> Bool? {
        guard let value = PythonNumber.real(text), let low = number(0), let high = number(1) else {
            return nil
        }
        return low <= value && value <= high
    }

    private func number(_ index: Int) -> Double? {
        guard index < arguments.count, case .text(let text) = arguments[index] else { return nil }
        return PythonNumber.real(text)
    }

    /// A text by itself is true unless it is empty, as in Python.
    private func truth(_ index: Int, _ text: String) -> Bool? {
        guard index < arguments.count else { return nil }
        switch arguments[index] {
        case .text(let word): return !word.isEmpty
        case .call(let call): return call.holds(for: text)
        }
    }

    private func both(_ text: String) -> Bool? {
        let (left, right) = (truth(0, text), truth(1, text))
        if left == false || right == false { return false }
        return left == true && right == true ? true : nil
    }

    private func either(_ text: String) -> Bool? {
        let (left, right) = (truth(0, text), truth(1, text))
        if left == true || right == true { return true }
        return left == false && right == false ? false : nil
    }
}
