/// Reads regular expressions as Python's `re` writes them.
///
/// References to groups, conditions, looking behind, and what takes all and gives nothing back are
/// not read: what they need cannot be told from a step and a place alone.
struct PatternParser {
    /// What is not read.
    struct Unread: Error {}

    /// Steps of one program; `{1,1000}` of a long part would come to more.
    private static let limit = 20_000
    /// Groups within groups.
    private static let depthLimit = 100

    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var depth = 0
    private var (ignoresCase, takesLines, isMultiline) = (false, false, false)

    private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    static func program(_ pattern: String) throws(Unread) -> PatternProgram {
        var parser = PatternParser(pattern)
        parser.readFlags()
        let steps = try parser.alternatives()
        guard parser.place == parser.scalars.count else { throw Unread() }
        return PatternProgram(steps: steps + [.end])
    }

    // MARK: Characters

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    private mutating func take() throws(Unread) -> Unicode.Scalar {
        guard let scalar = next else { throw Unread() }
        place += 1
        return scalar
    }

    /// `(?ims)` at the beginning is for the whole pattern.
    private mutating func readFlags() {
        let start = place
        guard take("(?") else { return }
        while let flag = next, "ims".unicodeScalars.contains(flag) {
            if flag == "i" { ignoresCase = true }
            if flag == "m" { isMultiline = true }
            if flag == "s" { takesLines = true }
            place += 1
        }
        guard place > start + 2, take(")") else {
            (ignoresCase, takesLines, isMultiline) = (false, false, false)
            place = start
            return
        }
    }

    // MARK: Parts

    /// Steps whose targets are counted from the first of them.
    private typealias Part = [PatternProgram.Step]

    private mutating func alternatives() throws(Unread) -> Part {
        depth += 1
        guard depth <= Self.depthLimit else { throw Unread() }
        defer { depth -= 1 }
        var part = try sequence()
        while take("|") {
            let other = try sequence()
            let (first, second) = (part.count, other.count)
            part =
                [.either(1, first + 2)] + part.moved(by: 1) + [.jump(first + 2 + second)]
                + other.moved(by: first + 2)
            try check(part)
        }
        return part
    }

    private func check(_ part: Part) throws(Unread) {
        guard part.count <= Self.limit else { throw Unread() }
    }

    private mutating func sequence() throws(Unread) -> Part {
        var part: Part = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let piece = try repeated(try piece())
            part += piece.moved(by: part.count)
            try check(part)
        }
        return part
    }

    private mutating func piece() throws(Unread) -> Part {
        let scalar = try take()
        switch scalar {
        case "(": return try group()
        case "[": return [.one(try set())]
        case "\\": return [try escape()]
        case "^": return [.check(isMultiline ? .lineBegins : .textBegins)]
        case "$": return [.check(isMultiline ? .lineEnds : .lastLineEnds)]
        case ".":
            return [.one(PatternScalars(items: takesLines ? [] : [.one("\n")], isInverted: true))]
        case "*", "+", "?": throw Unread()
        default: return [one(scalar)]
        }
    }

    private func one(_ scalar: Unicode.Scalar) -> PatternProgram.Step {
        .one(PatternScalars(items: [.one(scalar)], ignoresCase: ignoresCase))
    }

    private mutating func group() throws(Unread) -> Part {
        var made: ((PatternProgram) -> PatternProgram.Check)?
        if take("?") {
            switch try take() {
            case ":": break
            case "=": made = { .ahead($0) }
            case "!": made = { .notAhead($0) }
            case "P" where take("<"): while try take() != ">" {}
            default: throw Unread()
            }
        }
        let inner = try alternatives()
        guard take(")") else { throw Unread() }
        return made.map { [.check($0(PatternProgram(steps: inner + [.end])))] } ?? inner
    }

    // MARK: Repetition

    private mutating func repeated(_ piece: Part) throws(Unread) -> Part {
        var bounds: (least: Int, most: Int?)?
        if take("*") { bounds = (0, nil) }
        if bounds == nil, take("+") { bounds = (1, nil) }
        if bounds == nil, take("?") { bounds = (0, 1) }
        if bounds == nil { bounds = try braces() }
        guard let (least, most) = bounds else { return piece }
        let isLazy = take("?")
        // Python refuses the one and gives nothing back at the other.
        if let next, "*+?".unicodeScalars.contains(next) { throw Unread() }
        let count = max(least, most ?? 0)
        guard most ?? least >= least, (count + 1) * (piece.count + 1) <= Self.limit else {
            throw Unread()
        }
        return Self.repeated(piece, least, most, isLazy ? .fewest : .most)
    }

    private enum Wish { case most, fewest }

    private static func repeated(_ piece: Part, _ least: Int, _ most: Int?, _ wish: Wish) -> Part {
        func choice(_ on: Int, _ past: Int) -> PatternProgram.Step {
            wish == .most ? .either(on, past) : .either(past, on)
        }
        var part: Part = []
        for _ in 0..<least { part += piece.moved(by: part.count) }
        guard let most else {
            let (start, end) = (part.count, part.count + piece.count + 2)
            // A round that took nothing ends the loop, as Python has it: its beginning was tried.
            return part + [choice(start + 1, end)] + piece.moved(by: start + 1)
                + [.either(start, end)]
        }
        let end = part.count + (most - least) * (piece.count + 1)
        for _ in least..<most {
            part.append(choice(part.count + 1, end))
            part += piece.moved(by: part.count)
        }
        return part
    }

    /// `{2}`, `{2,}`, `{,3}`, `{2,3}`; anything else is the character itself.
    private mutating func braces() throws(Unread) -> (least: Int, most: Int?)? {
        let start = place
        guard take("{") else { return nil }
        let least = number()
        let isOpen = take(",")
        let most = isOpen ? number() : least
        guard take("}"), least != nil || isOpen else {
            place = start
            return nil
        }
        guard least ?? 0 <= Self.limit, most ?? 0 <= Self.limit else { throw Unread() }
        return (least ?? 0, most)
    }

    private mutating func number() -> Int? {
        let start = place
        while let digit = next, ("0"..."9").contains(digit) { place += 1 }
        let digits = String(String.UnicodeScalarView(scalars[start..<place]))
        return digits.isEmpty ? nil : Int(digits) ?? .max
    }
}

// MARK: - Sets and escapes

extension PatternParser {
    private mutating func set() throws(Unread) -> PatternScalars {
        var set = PatternScalars(ignoresCase: ignoresCase)
        set.isInverted = take("^")
        // A bracket that comes first is one of the set.
        var isFirst = true
        while isFirst || next != "]" {
            isFirst = false
            let first = try member()
            guard case .range(let low) = first, next == "-", place + 1 < scalars.count,
                scalars[place + 1] != "]"
            else {
                set.items.append(first)
                continue
            }
            place += 1
            guard case .range(let high) = try member(), low.lowerBound <= high.lowerBound else {
                throw Unread()
            }
            set.items.append(.range(low.lowerBound...high.lowerBound))
        }
        place += 1
        return set
    }

    private mutating func member() throws(Unread) -> PatternScalars.Item {
        let scalar = try take()
        guard scalar == "\\" else { return .one(scalar) }
        let name = try take()
        if "dDwWsS".unicodeScalars.contains(name) { return .word(Character(name)) }
        return .one(name == "b" ? "\u{8}" : try character(name))
    }

    private mutating func escape() throws(Unread) -> PatternProgram.Step {
        let name = try take()
        switch name {
        case "A": return .check(.textBegins)
        case "Z": return .check(.textEnds)
        case "b": return .check(.wordBoundary)
        case "B": return .check(.noWordBoundary)
        case "d", "D", "w", "W", "s", "S":
            return .one(PatternScalars(items: [.word(Character(name))]))
        default: return one(try character(name))
        }
    }

    /// The one that a name after a backslash stands for.
    private mutating func character(_ name: Unicode.Scalar) throws(Unread) -> Unicode.Scalar {
        switch name {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "f": return "\u{c}"
        case "v": return "\u{b}"
        case "a": return "\u{7}"
        case "x": return try hexadecimal(2)
        case "u": return try hexadecimal(4)
        default:
            guard !("0"..."9").contains(name), !name.properties.isAlphabetic else {
                throw Unread()
            }
            return name
        }
    }

    private mutating func hexadecimal(_ digits: Int) throws(Unread) -> Unicode.Scalar {
        var text = ""
        for _ in 0..<digits { text.unicodeScalars.append(try take()) }
        guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
            throw Unread()
        }
        return scalar
    }
}

extension PatternScalars.Item {
    static func one(_ scalar: Unicode.Scalar) -> Self { .range(scalar...scalar) }
}

extension [PatternProgram.Step] {
    /// The same steps where they begin later.
    fileprivate func moved(by offset: Int) -> Self {
        map { step in
            switch step {
            case .either(let first, let second): .either(first + offset, second + offset)
            case .jump(let target): .jump(target + offset)
            default: step
            }
        }
    }
}
