/// The runtime's number of the task a job belongs to: the same from job to job of one task, and
/// used once in a process.
struct TaskNumber: Hashable {
    private let number: UInt64

    /// The number is read from the job's description, the one public place that tells it. A job by
    /// which a task gives way (`Task.yield`) has none.
    init?(_ job: UnownedJob) {
        var number: UInt64 = 0
        for byte in job.description.utf8 where byte >= 48 && byte <= 57 {
            number = number &* 10 &+ UInt64(byte - 48)
        }
        guard number > 0 else { return nil }
        self.number = number
    }
}
