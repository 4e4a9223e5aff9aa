extension Array {
    /// What is at `index`, made of `fallback` where there is nothing.
    subscript<Wrapped>(index: Int, default fallback: @autoclosure () -> Wrapped) -> Wrapped
    where Element == Wrapped? {
        get { self[index] ?? fallback() }
        set { self[index] = newValue }
    }

    /// A merge sort that keeps equals in their order and splits as GLib's lists do.
    ///
    /// Some orders below are no orders in the strict sense, so how a list is split shows.
    func listSorted(by compare: (Element, Element) -> Int) -> [Element] {
        guard count > 1 else { return self }
        let left = Array(self[..<(count / 2)]).listSorted(by: compare)
        let right = Array(self[(count / 2)...]).listSorted(by: compare)
        var merged: [Element] = []
        merged.reserveCapacity(count)
        var (one, other) = (0, 0)
        while one < left.count, other < right.count {
            if compare(left[one], right[other]) <= 0 {
                merged.append(left[one])
                one += 1
            } else {
                merged.append(right[other])
                other += 1
            }
        }
        return merged + left[one...] + right[other...]
    }

    /// Before the first that is not smaller.
    mutating func insert(_ element: Element, sortedBy compare: (Element, Element) -> Int) {
        insert(element, at: firstIndex { compare(element, $0) <= 0 } ?? count)
    }
}
