extension StartBudget {
    /// What each of several conductors may spend of it, so that together they keep within it: they
    /// share racks, and do not wait for each other.
    ///
    /// One machine at a time cannot be divided; then each has longer windows, and two that begin at
    /// the same moment may still go beyond it.
    public func shared(among conductors: Int) -> StartBudget {
        precondition(conductors > 0, "Somebody spends it.")
        guard atOnce < conductors else {
            return StartBudget(atOnce: atOnce / conductors, window: window)
        }
        return StartBudget(atOnce: 1, window: window * conductors)
    }
}
