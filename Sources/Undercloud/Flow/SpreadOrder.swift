/// All places of a list, in an order in which those that follow one another lie far apart.
///
/// Machines whose names are alike commonly share a rack, and a rack's machines come on one after
/// another: asked in the order of their names, they would wait for each other while all other racks
/// wait for them.
struct SpreadOrder: Sequence, IteratorProtocol {
    private let count: Int
    private let stride: Int
    private var place = 0
    private var left: Int

    init(_ count: Int) {
        precondition(count >= 0, "A list has no fewer than no places.")
        (self.count, left) = (count, count)
        // Steps of the golden section leave no two of a few near each other.
        var stride = Swift.max(1, count * 618 / 1000)
        // Steps that have no divisor in common with the count come to every place once.
        while Self.divisor(stride, count) > 1 { stride += 1 }
        self.stride = stride
    }

    mutating func next() -> Int? {
        guard left > 0 else { return nil }
        defer { place = (place + stride) % count }
        left -= 1
        return place
    }

    /// The greatest divisor in common.
    private static func divisor(_ left: Int, _ right: Int) -> Int {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }
}
