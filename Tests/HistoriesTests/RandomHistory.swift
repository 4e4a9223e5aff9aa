import Histories

/// Histories of clients at one register that really is one, or nearly so.
struct RandomHistory {
    var generator: Dice
    var clients = 3
    var values = 3
    var objects = 1
    /// Of a hundred operations, how many end without an outcome.
    var unknown = 10
    /// Of a hundred readings, how many tell something else.
    var lies = 0

    private struct Call {
        let index: Int
        let action: Action
        var outcome: Outcome?
        let object: Int
    }

    /// Each operation takes effect at a drawn moment between its ends.
    mutating func make(_ count: Int) -> History {
        var history = History()
        var registers = [Value?](repeating: nil, count: objects)
        var open: [Int: Call] = [:]
        var (begun, time, number) = (0, Duration.zero, Array(0..<clients))
        while begun < count || !open.isEmpty {
            time += .milliseconds(1)
            let client = generator.next(below: clients)
            guard var call = open[client] else {
                guard begun < count else { continue }
                begun += 1
                let (action, object) = (draw(), generator.next(below: objects))
                let index = history.invoke(
                    ProcessNumber(number[client]), action, on: ObjectName("r\(object)"), at: time)
                open[client] = Call(index: index, action: action, object: object)
                continue
            }
            if call.outcome == nil {
                call.outcome = apply(call.action, to: &registers[call.object])
                open[client] = call
            } else if let outcome = call.outcome {
                let isUnknown = generator.next(below: 100) < unknown
                history.complete(call.index, isUnknown ? .unknown("timed out") : outcome, at: time)
                if isUnknown { number[client] += clients }
                open[client] = nil
            }
        }
        return history
    }

    private mutating func draw() -> Action {
        let value = Value(generator.next(below: values))
        switch generator.next(below: 5) {
        case 0, 1: return .read
        case 2, 3: return .write(value)
        default: return .compareAndSet(from: value, to: Value(generator.next(below: values)))
        }
    }

    private mutating func apply(_ action: Action, to register: inout Value?) -> Outcome {
        switch action {
        case .write(let value):
            register = value
            return .done
        case .compareAndSet(let from, let to):
            guard from == register else { return .ok(.mismatch) }
            register = to
            return .done
        default:
            let lie = generator.next(below: 100) < lies
            return .ok(.value(lie ? Value(generator.next(below: values)) : register))
        }
    }
}
