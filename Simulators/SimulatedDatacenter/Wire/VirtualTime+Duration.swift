import Simulation

extension VirtualTime {
    /// The first moment at which what is due `deadline` after the world's beginning is due: a
    /// duration may have parts of a nanosecond, the world's clock has none.
    init(noEarlierThan deadline: Duration) {
        let moment = VirtualTime.zero + deadline
        self = moment - .zero < deadline ? moment + .nanoseconds(1) : moment
    }
}
