import World

extension Duration {
    /// As a clock tells it, or in milliseconds or tenths of a second where it is short.
    var fineText: String {
        let milliseconds = nanoseconds / 1_000_000
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        if milliseconds < 10_000 { return "\(milliseconds / 1000).\(milliseconds / 100 % 10) s" }
        return clockText
    }
}
