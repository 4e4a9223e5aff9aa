/// What a group keeps while its members change batch by batch.
enum GroupKey {
    static let batches = "batches"
    static let pause = "pause"
    static let resume = "resume"
    static let watch = "watch"
    static let before = "before"
    static let failure = "failure"
}
