import Yams

/// A scalar as its author meant it: quotes make a text of anything.
package enum InputScalar: Sendable, Hashable {
    case nothing
    case truth(Bool)
    case number(String)
    case text(String)

    init(_ scalar: Yams.Node.Scalar) {
        let text = scalar.string
        if scalar.style != .plain && scalar.style != .any {
            self = .text(text)
        } else if ["", "~", "null", "Null", "NULL"].contains(text) {
            self = .nothing
        } else if let truth = Self.truths[text.lowercased()] {
            self = .truth(truth)
        } else if Self.isNumber(text) {
            self = .number(text)
        } else {
            self = .text(text)
        }
    }

    /// YAML 1.1's words, so that a file means here what it means to PyYAML.
    private static let truths = [
        "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
    ]

    private static func isNumber(_ text: String) -> Bool {
        let digits = text.drop { $0 == "-" || $0 == "+" }
        guard let first = digits.utf8.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first else {
            return false
        }
        return Int(text) != nil || Double(text) != nil
    }
}
