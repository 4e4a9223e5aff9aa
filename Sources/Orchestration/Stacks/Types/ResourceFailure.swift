/// Why an action on a resource failed, as Heat words it: the sort of error, the resources that lead
/// to it, and what happened.
public struct ResourceFailure: Error, Sendable, Hashable {
    public let error: String
    /// Keys from the stack on: `resources`, a name, and what follows in it.
    public var path: [String]
    public let message: String

    /// - Parameter error: the name that Heat's error of this sort has.
    public init(_ error: String, _ message: String, path: [String] = []) {
        self.error = error
        self.path = path
        self.message = message
    }

    /// What a stack says of itself when a resource of it failed, taken apart again.
    init(stackReason reason: String) {
        let text =
            if reason.hasPrefix("Resource "), let mark = reason.range(" failed: ") {
                String(reason[mark.upperBound...])
            } else {
                reason
            }
        let parts = SeparatedText.parts(of: text, separatedBy: ": ")
        if parts.count > 2, parts[1].hasPrefix("resources.") {
            let path = parts[1].split(separator: ".").map(String.init)
            self.init(parts[0], parts[2...].joined(separator: ": "), path: path)
        } else {
            self.init("StackValidationFailed", text)
        }
    }

    public var isTransient: Bool { false }

    /// The same failure, seen from the stack that the resource is in.
    func of(_ resource: String) -> ResourceFailure {
        ResourceFailure(error, message, path: ["resources", resource] + path)
    }
}

extension ResourceFailure: CustomStringConvertible {
    public var description: String {
        [error, path.joined(separator: "."), message].filter { !$0.isEmpty }
            .joined(separator: ": ")
    }
}

extension String {
    fileprivate func range(_ mark: String) -> Range<String.Index>? { ranges(of: mark).first }
}
