/// What is done to a resource, or reported of it once it is done to all of a group's or clone's.
public enum OperationTask: String, Sendable, Hashable, CaseIterable {
    case start
    case started = "running"
    case stop
    case stopped
    case promote
    case promoted
    case demote
    case demoted
    case monitor
    case migrateTo = "migrate_to"
    case migrateFrom = "migrate_from"
    case notify
    case cancel
    case delete
    case clearFailCount = "clear_failcount"
    case fence = "stonith"
    case shutdown = "do_shutdown"
    /// Met as soon as enough of what comes before it can be done.
    case oneOrMore = "one-or-more"

    /// The opposite, which symmetrical constraints order the other way round.
    var inverse: OperationTask? {
        switch self {
        case .start: .stop
        case .stop: .start
        case .promote: .demote
        case .demote: .promote
        case .started: .stopped
        case .stopped: .started
        case .promoted: .demoted
        case .demoted: .promoted
        default: nil
        }
    }

    /// What reports that this is done to all members.
    var completion: OperationTask {
        switch self {
        case .start: .started
        case .stop: .stopped
        case .promote: .promoted
        case .demote: .demoted
        default: self
        }
    }

    /// What this reports the end of.
    var work: OperationTask {
        switch self {
        case .started: .start
        case .stopped: .stop
        case .promoted: .promote
        case .demoted: .demote
        default: self
        }
    }
}
