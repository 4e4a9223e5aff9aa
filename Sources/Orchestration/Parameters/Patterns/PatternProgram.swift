/// A regular expression as steps of a machine that tries one alternative after the other.
struct PatternProgram: Sendable {
    enum Step: Sendable {
        case one(PatternScalars)
        /// First the one, then the other.
        case either(Int, Int)
        case jump(Int)
        case check(Check)
        case end
    }

    /// What must hold at a place, without a character being taken.
    indirect enum Check: Sendable {
        /// `^` and `\A`, and `^` after a line's end.
        case textBegins, lineBegins
        /// `$`, also before the last line's end; `\Z`; `$` before any line's end.
        case lastLineEnds, textEnds, lineEnds
        case wordBoundary, noWordBoundary
        case ahead(PatternProgram)
        case notAhead(PatternProgram)
    }

    var steps: [Step] = []

    /// The end of the match that Python finds first from a place on; nil for none.
    ///
    /// A step that failed at a place fails there whatever led to it, so that each is tried once:
    /// the time is that of the pattern's length times the text's, however the pattern is made.
    func end(in text: [Unicode.Scalar], from start: Int) -> Int? {
        let width = text.count + 1 - start
        var tried = [Bool](repeating: false, count: steps.count * width)
        var open = [(step: 0, place: start)]
        while var (step, place) = open.popLast() {
            following: while true {
                let mark = step * width + place - start
                if tried[mark] { break }
                tried[mark] = true
                switch steps[step] {
                case .end: return place
                case .jump(let target): step = target
                case .either(let first, let second):
                    open.append((second, place))
                    step = first
                case .check(let check):
                    guard check.holds(in: text, at: place) else { break following }
                    step += 1
                case .one(let scalars):
                    guard place < text.count, scalars.contains(text[place]) else {
                        break following
                    }
                    (step, place) = (step + 1, place + 1)
                }
            }
        }
        return nil
    }
}

extension PatternProgram.Check {
    func holds(in text: [Unicode.Scalar], at place: Int) -> Bool {
        let isLast = place == text.count
        return switch self {
        case .textBegins: place == 0
        case .lineBegins: place == 0 || text[place - 1] == "\n"
        case .textEnds: isLast
        case .lastLineEnds: isLast || (place == text.count - 1 && text[place] == "\n")
        case .lineEnds: isLast || text[place] == "\n"
        case .wordBoundary: Self.isBoundary(text, place)
        case .noWordBoundary: !Self.isBoundary(text, place)
        case .ahead(let program): program.end(in: text, from: place) != nil
        case .notAhead(let program): program.end(in: text, from: place) == nil
        }
    }

    private static func isBoundary(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
        let before = place > 0 && PatternScalars.isOfWord(text[place - 1])
        let after = place < text.count && PatternScalars.isOfWord(text[place])
        return before != after
    }
}
