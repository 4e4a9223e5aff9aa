/// A certified write set on its way into the tables.
struct GaleraApply {
    let ordered: GaleraMessage.Ordered
    /// Whether it may be written; else its transaction is rolled back.
    let isCertified: Bool
    let due: Duration
}
