import World

/// The heart of an explanation, before the circumstances are added.
struct Finding {
    let cause: Explanation.Cause
    let answer: String
    var wait: Explanation.Wait?
    let next: String

    init(
        _ cause: Explanation.Cause, _ answer: String, wait: Explanation.Wait? = nil, next: String
    ) {
        self.cause = cause
        self.answer = answer
        self.wait = wait
        self.next = next
    }

    /// Waiting for something.
    static func waiting(
        _ cause: Explanation.Cause, for what: String, since: Instant, until: Instant?,
        next: String
    ) -> Finding {
        Finding(
            cause, "it waits for \(what)",
            wait: Explanation.Wait(
                what: what, since: Moment(since), until: until.map { Moment($0) }), next: next)
    }
}
