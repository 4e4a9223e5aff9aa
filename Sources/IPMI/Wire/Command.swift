/// One command of the specification: its family and its number within (IPMI 2.0, appendix G).
struct Command: Sendable, Hashable {
    let function: NetworkFunction
    let number: UInt8

    init(_ function: NetworkFunction, _ number: UInt8) {
        self.function = function
        self.number = number
    }
}

extension Command: CustomStringConvertible {
    var description: String { "\(function.code.hex)h/\(number.hex)h" }
}
