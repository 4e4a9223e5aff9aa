import Testing

@testable import Undercloud

@Suite("A spread order")
struct SpreadOrderTests {
    @Test("has every place once", arguments: [0, 1, 2, 3, 7, 10, 250, 618, 1000, 10_000])
    func complete(count: Int) {
        #expect(SpreadOrder(count).sorted() == Array(0..<count))
    }

    @Test("takes one of every rack before it has taken many of any", arguments: [40, 100])
    func spread(racks: Int) {
        let inRack = 250
        let first = SpreadOrder(racks * inRack).prefix(racks * 4)
        let byRack = Dictionary(grouping: first) { $0 / inRack }
        #expect(byRack.count == racks)
        #expect(byRack.values.allSatisfy { $0.count <= 8 })
    }
}
