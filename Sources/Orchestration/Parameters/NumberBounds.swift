/// A least and a greatest number, of which one may be missing.
public struct NumberBounds: Sendable, Hashable {
    public let least: Double?
    public let greatest: Double?

    public init(least: Double?, greatest: Double?) {
        self.least = least
        self.greatest = greatest
    }

    func contains(_ number: Double) -> Bool {
        number >= least ?? -.infinity && number <= greatest ?? .infinity
    }
}

extension NumberBounds: CustomStringConvertible {
    public var description: String {
        switch (least, greatest) {
        case (let least?, let greatest?): "\(Self.text(least)) to \(Self.text(greatest))"
        case (let least?, nil): "at least \(Self.text(least))"
        case (nil, let greatest?): "at most \(Self.text(greatest))"
        case (nil, nil): "anything"
        }
    }

    private static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? number.description
    }
}
