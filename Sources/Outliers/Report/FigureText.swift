/// Numbers as tables show them.
enum FigureText {
    /// With two digits after the point, halves to even as C does; at least so wide.
    static func hundredths(_ number: Double, width: Int = 0) -> String {
        let text = fixed(number, 2)
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// With so many digits after the point.
    static func fixed(_ number: Double, _ digits: Int) -> String {
        guard number.isFinite else {
            return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf"
        }
        let scale = (0..<digits).reduce(1.0) { value, _ in value * 10 }
        let scaled = rounded(abs(number), scale)
        guard scaled < 9e15 else { return "\(number)" }
        let whole = Int(scaled) / Int(scale)
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(whole)" }
        let fraction = String(Int(scaled) % Int(scale) + Int(scale)).dropFirst()
        return "\(sign)\(whole).\(fraction)"
    }

    /// The whole number next to the exact product, which need not be a double.
    private static func rounded(_ number: Double, _ scale: Double) -> Double {
        let product = number * scale
        let error = (-product).addingProduct(number, scale)
        let whole = product.rounded(.down)
        let rest = (product - whole) - 0.5
        if rest + error == 0 { return product.rounded(.toNearestOrEven) }
        return rest > 0 || (rest == 0 && error > 0) ? whole + 1 : whole
    }

    /// With at most so many digits that mean something, such as `12,300`.
    static func short(_ number: Double) -> String {
        let digits = abs(number) >= 100 ? 0 : abs(number) >= 10 ? 1 : 2
        return fixed(number, digits)
    }

    /// A part of a whole, such as `-12.3 %`.
    static func percent(_ ratio: Double) -> String {
        let text = fixed(ratio * 100, abs(ratio) < 0.1 ? 1 : 0)
        return "\(ratio > 0 ? "+" : "")\(text) %"
    }

    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
