/// How much of its bandwidth a link gives.
enum LinkCondition: Double, Sendable {
    case ordinary = 1
    /// Errors on the line and what is sent again leave a hundredth.
    case crawling = 0.01
}
