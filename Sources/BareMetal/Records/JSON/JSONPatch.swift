/// Changes of a JSON value, as Ironic's API takes them: RFC 6902, less what Ironic leaves out.
public struct JSONPatch: Sendable, Hashable {
    private enum Operation: String, Sendable, Hashable {
        case add, replace, remove
    }

    private struct Step: Sendable, Hashable {
        let operation: Operation
        /// As written.
        let path: String
        /// The keys and indices it is made of.
        let parts: [String]
        let value: JSONValue?
    }

    private let steps: [Step]

    /// - Throws: ``RecordRefusal/invalid(_:)`` where it is none.
    public init(_ value: JSONValue) throws(RecordRefusal) {
        guard let list = value.list else { throw .invalid("a patch is a list of operations") }
        var steps: [Step] = []
        for entry in list { steps.append(try Self.step(entry)) }
        self.steps = steps
    }

    /// The record's own fields that it touches, in its order.
    public var fields: [String] { steps.compactMap(\.parts.first) }

    private static func step(_ entry: JSONValue) throws(RecordRefusal) -> Step {
        guard let object = entry.object, let path = object["path"]?.text,
            let operation = object["op"]?.text.flatMap(Operation.init),
            object.keys.allSatisfy(["path", "op", "value"].contains), isPath(path)
        else { throw .invalid("\(entry) is no operation of a patch") }
        // An empty part stands before the first slash.
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        return Step(
            operation: operation, path: path, parts: parts.map(String.init),
            value: object["value"])
    }

    /// `/` and word characters or hyphens, one time or more.
    private static func isPath(_ path: String) -> Bool {
        guard path.first == "/" else { return false }
        return path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().allSatisfy {
            !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        }
    }

    /// The value as the patch changes it.
    ///
    /// - Throws: ``RecordRefusal/invalid(_:)`` where it names what is not there. A key cannot be
    ///   added to the value itself: what a record has is settled.
    public func applied(to value: JSONValue) throws(RecordRefusal) -> JSONValue {
        for step in steps where step.operation == .add && step.parts.count == 1 {
            guard value[step.parts[0]] != nil else {
                throw .invalid("a record has no attribute '\(step.parts[0])'")
            }
        }
        var result = value
        for step in steps { result = try Self.apply(step, step.parts[...], to: result) }
        return result
    }

    private static func apply(
        _ step: Step, _ path: ArraySlice<String>, to value: JSONValue
    ) throws(RecordRefusal) -> JSONValue {
        guard let part = path.first else { return value }
        let rest = path.dropFirst()
        switch value {
        case .object(var object):
            object[part] = try changed(object[part], step, rest)
            return .object(object)
        case .list(var list): return try apply(step, part, rest, to: &list)
        default: throw missing(step)
        }
    }

    private static func apply(
        _ step: Step, _ part: String, _ rest: ArraySlice<String>, to list: inout [JSONValue]
    ) throws(RecordRefusal) -> JSONValue {
        if step.operation == .add, rest.isEmpty {
            guard let index = part == "-" ? list.count : index(part), index <= list.count else {
                throw missing(step)
            }
            list.insert(try given(step), at: index)
            return .list(list)
        }
        guard let index = index(part), index < list.count else { throw missing(step) }
        if let value = try changed(list[index], step, rest) {
            list[index] = value
        } else {
            list.remove(at: index)
        }
        return .list(list)
    }

    /// What becomes of one entry; nil where it goes.
    private static func changed(
        _ old: JSONValue?, _ step: Step, _ rest: ArraySlice<String>
    ) throws(RecordRefusal) -> JSONValue? {
        guard rest.isEmpty else {
            guard let old else { throw missing(step) }
            return try apply(step, rest, to: old)
        }
        if step.operation != .add, old == nil { throw missing(step) }
        return step.operation == .remove ? nil : try given(step)
    }

    private static func given(_ step: Step) throws(RecordRefusal) -> JSONValue {
        guard let value = step.value else { throw .invalid("'\(step.path)' comes without a value") }
        return value
    }

    private static func missing(_ step: Step) -> RecordRefusal {
        .invalid("cannot \(step.operation.rawValue) '\(step.path)': there is no such thing")
    }

    private static func index(_ text: String) -> Int? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            text == "0" || text.first != "0"
        else { return nil }
        return Int(text)
    }
}
