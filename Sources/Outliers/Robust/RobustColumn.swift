/// One metric of all machines of a group.
struct RobustColumn {
    let metric: Metric
    /// By place in the group; not a number where there is no figure to compare.
    let values: [Double]
    /// Places that are compared with each other: all, or the two sides of a split.
    var parts: [[Int]]
    var split: ColumnSplit?
    /// How far out each machine is, in spreads; not a number where nobody can say.
    private(set) var scores: [Double]
    /// The scores less what the others of the same part say of the machine, in their own spreads:
    /// one figure that is slow by itself stands out more clearly. The scores themselves where
    /// nobody says more.
    private(set) var residuals: [Double]
    /// How far from the centre, as a part of it.
    private(set) var effects: [Double]
    private(set) var centres: [Double]
    /// What others told of the spread, in figures of one's own.
    private(set) var worth = 0.0

    /// What other columns of the group tell of a column's spread.
    struct Kin {
        let spread: (Double) -> Double
        /// Degrees of freedom for one of the column's own.
        let worth: Double
    }

    /// Machines below which nobody can say who is right.
    static let fewestMachines = 3
    /// Up to here each machine is held against the others without itself, which it would hide
    /// among.
    static let smallGroup = 12

    init(_ metric: Metric, _ values: [Double]) {
        self.metric = metric
        self.values = values
        parts = [values.indices.filter { !values[$0].isNaN }]
        let none = [Double](repeating: .nan, count: values.count)
        (scores, residuals, effects, centres) = (none, none, none, none)
    }

    /// The spread within its parts, as a part of the centre; nil where there are too few.
    var relativeSpread: Double? {
        guard let part = parts.max(by: { $0.count < $1.count }),
            part.count >= Self.fewestMachines
        else { return nil }
        let spread = RobustSpread(sorted: part.map { values[$0] }.sorted())
        return spread.centre > 0 ? spread.spread / spread.centre : nil
    }

    /// The centre's size; nil where nobody has a figure.
    var relativeCentre: Double? {
        let known = values.filter { !$0.isNaN }
        return known.isEmpty ? nil : abs(RobustSpread.median(known.sorted()))
    }

    /// Compares the machines of each heap among themselves from now on.
    mutating func take(_ heaps: ColumnSplit?) {
        guard let heaps else { return }
        split = heaps
        parts = [heaps.low, heaps.high]
    }

    /// - Parameters:
    ///   - kin: what others tell of the spread, from the centre.
    ///   - floor: the least spread to believe in, from the centre.
    mutating func score(kin: Kin?, floor: (Double) -> Double) {
        worth = kin?.worth ?? 0
        for part in parts where part.count >= Self.fewestMachines {
            let sorted = part.map { values[$0] }.sorted()
            if part.count > Self.smallGroup {
                let whole = RobustSpread(sorted: sorted)
                let spread = max(whole.spread, floor(whole.centre))
                for place in part { set(place, whole.centre, spread) }
            } else {
                scoreSmall(part, sorted, kin: kin, floor: floor)
            }
        }
        residuals = scores
    }

    /// Takes out what the rest of the part says.
    ///
    /// - Parameter others: the mean score of the part's other figures by machine; not a number
    ///   where there are too few.
    mutating func explain(by others: [Double]) {
        let known = scores.indices.filter { !scores[$0].isNaN && !others[$0].isNaN }
        guard known.count > Self.smallGroup else { return }
        let (products, squares) = known.reduce((0.0, 0.0)) { sums, place in
            let other = Self.clipped(others[place])
            return (sums.0 + Self.clipped(scores[place]) * other, sums.1 + other * other)
        }
        guard squares > 0, case let slope = products / squares, slope > 0 else { return }
        var rests = scores
        for place in known { rests[place] -= slope * others[place] }
        let spread = RobustSpread(sorted: known.map { rests[$0] }.sorted()).spread
        guard spread > 0, spread < 1 else { return }
        for place in known { residuals[place] = rests[place] / spread }
    }

    /// So that what is out of line does not tell how figures go together.
    static func clipped(_ score: Double) -> Double { min(3, max(-3, score)) }

    private mutating func scoreSmall(
        _ part: [Int], _ sorted: [Double], kin: Kin?, floor: (Double) -> Double
    ) {
        let others = Double(part.count - 1)
        // The others' median moves about by itself.
        let widening = (1 + 1.57 / others).squareRoot()
        for place in part {
            var rest = sorted
            rest.remove(at: rest.firstIndex(of: values[place]) ?? 0)
            let own = RobustSpread(sorted: rest)
            var spread = own.spread
            if let kin {
                let usual = kin.spread(own.centre)
                let squares = spread * spread + kin.worth * usual * usual
                spread = (squares / (1 + kin.worth)).squareRoot()
            }
            set(place, own.centre, max(spread, floor(own.centre)) * widening)
        }
    }

    private mutating func set(_ place: Int, _ centre: Double, _ spread: Double) {
        let difference = values[place] - centre
        centres[place] = centre
        scores[place] = spread > 0 ? difference / spread : difference == 0 ? 0 : difference
        effects[place] =
            if centre != 0 { difference / abs(centre) } else {
                difference == 0 ? 0 : difference < 0 ? -1 : 1
            }
    }
}
