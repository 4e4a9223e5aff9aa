import Hardware

/// What befalls a service from outside its network: restarts, other accounts, a wrong clock.
extension FakeRedfish {
    /// Sessions that may be open at once; with zero everybody is turned away, while those that are
    /// open stay so.
    public var sessionLimit: Int {
        get { sessions.limit }
        set {
            precondition(0...RedfishLimits.sessions ~= newValue, "A service has 64 sessions.")
            sessions.limit = newValue
        }
    }

    /// Log-ins so far that were turned away because the session table was full.
    public var logInsTurnedAway: Int { sessions.turnedAway }

    /// Forgets all sessions, and tasks with the work that was under way.
    public mutating func restartAtOnce() {
        sessions.closeAll()
        tasks = []
        failures = 0
    }

    /// Replaces all accounts, and ends the sessions of those who had one.
    ///
    /// - Parameter accounts: at least one.
    public mutating func replaceAccounts(with accounts: [RedfishAccount]) {
        precondition(!accounts.isEmpty, "A service that nobody may use is of no use.")
        self.accounts = accounts
        sessions.closeAll()
    }

    /// Sets the clock of a machine's controller.
    ///
    /// - Parameter date: what it shows at `now`, since 1970.
    public mutating func setClock(of place: Int, to date: Duration, at now: Duration) {
        systems[place].host.eventLog.clockError = date - epoch - now
    }

    /// Changes a machine's asset tag, as another client's request does: its ETag is another.
    public mutating func setAssetTag(_ tag: String, of place: Int) {
        systems[place].assetTag = tag
    }
}
