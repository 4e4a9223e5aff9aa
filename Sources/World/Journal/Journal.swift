/// The record of a run. Recording never waits and never fails.
public protocol Journal: Sendable {
    func record(_ event: some JournalEvent)
}
