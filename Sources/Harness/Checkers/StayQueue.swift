/// A queue whose front is taken away at no cost.
struct StayQueue<Element> {
    private var elements: [Element] = []
    private var head = 0

    var first: Element? { head < elements.count ? elements[head] : nil }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func removeFirst() {
        head += 1
        guard head > 64, head * 2 > elements.count else { return }
        elements.removeFirst(head)
        head = 0
    }
}
