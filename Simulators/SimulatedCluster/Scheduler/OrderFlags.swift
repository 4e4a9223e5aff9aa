/// What an order between two actions means beyond "first this, then that".
struct OrderFlags: OptionSet {
    let rawValue: UInt32

    static let optional = OrderFlags(rawValue: 1 << 0)
    static let unlessFirstMigrates = OrderFlags(rawValue: 1 << 1)
    /// If the second is needed, so is the first.
    static let impliesFirst = OrderFlags(rawValue: 1 << 2)
    /// If the first is needed, so is the second.
    static let impliesThen = OrderFlags(rawValue: 1 << 3)
    static let promotedImpliesFirst = OrderFlags(rawValue: 1 << 4)
    static let impliesFirstMigratable = OrderFlags(rawValue: 1 << 5)
    /// The second cannot run unless the first can.
    static let runnableLeft = OrderFlags(rawValue: 1 << 6)
    static let pseudoLeft = OrderFlags(rawValue: 1 << 7)
    static let restart = OrderFlags(rawValue: 1 << 8)
    static let serialize = OrderFlags(rawValue: 1 << 9)
    static let sameNode = OrderFlags(rawValue: 1 << 10)
    static let showsFirst = OrderFlags(rawValue: 1 << 11)
    static let showsThen = OrderFlags(rawValue: 1 << 12)
    static let asymmetrical = OrderFlags(rawValue: 1 << 13)
    static let oneOrMore = OrderFlags(rawValue: 1 << 14)
    static let antiColocation = OrderFlags(rawValue: 1 << 15)
    static let preserve = OrderFlags(rawValue: 1 << 16)
    static let thenCancelsFirst = OrderFlags(rawValue: 1 << 17)
}
