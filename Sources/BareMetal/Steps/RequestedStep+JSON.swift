extension RequestedStep {
    /// Reads one entry of a list of steps, held to Ironic's schema for them.
    ///
    /// Steps of cleaning and service may tell an `order`; they are taken as they are listed all
    /// the same.
    ///
    /// - Parameter path: where it stands, for what is wrong with it.
    init(
        _ json: JSONValue, for kind: StepKind, at path: String
    ) throws(StepRequestError) {
        guard let object = json.object else { throw .schema(path, expected: "an object") }
        let place = kind == .deploy ? "priority" : "order"
        let known: Set<String> = ["interface", "step", "args", place]
        if let stray = object.keys.filter({ !known.contains($0) }).min() {
            throw .schema("\(path).\(stray)", expected: "no such key")
        }
        // The API knows the interfaces of cleaning only, whatever is asked for.
        let words = StepKind.clean.interfaces.map(\.rawValue).joined(separator: ", ")
        guard let interface = object["interface"]?.text.flatMap(StepInterface.init(rawValue:)),
            StepKind.clean.rank(of: interface) != nil
        else { throw .schema("\(path).interface", expected: "one of \(words)") }
        guard let step = object["step"]?.text, !step.isEmpty else {
            throw .schema("\(path).step", expected: "the name of a step")
        }
        guard let arguments = object["args"] ?? (kind == .deploy ? nil : [:]),
            let arguments = arguments.object
        else { throw .schema("\(path).args", expected: "an object") }
        let number = try Self.number(object[place], at: "\(path).\(place)")
        if kind == .deploy, number == nil {
            throw .schema("\(path).\(place)", expected: "a whole number, 0 or more")
        }
        self.init(
            interface, StepName(step), arguments: arguments,
            priority: kind == .deploy ? number : nil)
    }

    /// A text of digits is a number too.
    private static func number(
        _ value: JSONValue?, at path: String
    ) throws(StepRequestError) -> Int? {
        guard let value else { return nil }
        let digits = value.text.flatMap { text in
            text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                ? Int(text) : nil
        }
        guard let number = value.integer ?? digits, number >= 0 else {
            throw .schema(path, expected: "a whole number, 0 or more")
        }
        return number
    }
}
