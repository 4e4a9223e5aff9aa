/// How much of its bandwidth a link gives.
enum LinkCondition: Double, Sendable {
    case ordinary = 1
    /// Its ends have settled for a tenth of their speed.
    case tenth = 0.1
    /// Errors on the line and what is sent again leave a hundredth.
    case crawling = 0.01
}
