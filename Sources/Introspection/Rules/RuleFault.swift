/// Why introspection fails while rules run: a rule says so, or cannot be carried out.
struct RuleFault: Error, Hashable {
    let message: String

    init(_ message: String) { self.message = message }
}
