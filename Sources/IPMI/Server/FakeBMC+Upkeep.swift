import Hardware

/// What befalls a controller from outside its network: restarts, other accounts, a wrong clock.
extension FakeBMC {
    /// Sessions that may be open at once; with zero everybody is turned away, while those that are
    /// open stay so.
    public var sessionLimit: Int {
        get { sessions.limit }
        set {
            precondition(
                0...FakeBMCLimits.activeSessions ~= newValue, "IPMI counts sessions in six bits.")
            sessions.limit = newValue
        }
    }

    /// Lets no session give way in a full table before its time is over, as most controllers do.
    public mutating func keepStaleSessions() { sessions.staleAfter = nil }

    /// Log-ins so far that were turned away because the session table was full.
    public var logInsTurnedAway: Int { sessions.turnedAway }

    /// Forgets all sessions and what it still had to send, at once. The event log and the settings
    /// are in a memory that outlives a restart.
    public mutating func restartAtOnce() {
        sessions.removeAll()
        refusals = []
        restart = nil
        watchdog = Watchdog()
    }

    /// Replaces all users, and ends the sessions of those who were there.
    ///
    /// - Parameter accounts: at most 15.
    public mutating func replaceUsers(with accounts: [UserAccount]) {
        precondition(accounts.count < FakeBMCLimits.users, "A controller has 15 named users.")
        let free = FakeBMCLimits.users - 1 - accounts.count
        users = [.unused] + accounts + Array(repeating: .unused, count: free)
        sessions.removeAll()
    }

    /// Goes back to the users that the controller began with.
    public mutating func restoreUsers() {
        users = profile.users
        sessions.removeAll()
    }

    /// One component complains until the event log is full.
    public mutating func fillEventLog(at now: Duration) {
        let (memory, correctableError): (UInt8, [UInt8]) = (0x0C, [0x00, 0xFF, 0xFF])
        while !host.eventLog.isFull {
            log(memory, 0x60, DiscreteSensor.eventType, correctableError, at: now)
        }
    }

    /// Sets the controller's own clock.
    ///
    /// - Parameter date: what it shows at `now`, since 1970.
    public mutating func setClock(to date: Duration, at now: Duration) {
        host.eventLog.clockError = date - now - epoch
    }

    /// When something is next due that somebody notices: characters of a console, a refusal that
    /// was kept back, a watchdog. Sessions end unnoticed, so that a controller nobody speaks to
    /// needs no timer.
    public var nextAct: Duration? {
        let consoles = sessions.sessions.compactMap { $0.serial?.deadline }
        return (consoles + refusals.map(\.due) + [watchdog.deadline].compactMap { $0 }).min()
    }
}
