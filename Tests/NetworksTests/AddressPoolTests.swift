import Networks
import Testing

@Suite("A pool of addresses")
struct AddressPoolTests {
    @Test("counts its slots upwards from the first, over the bounds of an octet")
    func slots() {
        let pool = AddressPool(first: (192, 0, 2, 250), size: 20)
        #expect(pool.text(of: 0) == "192.0.2.250")
        #expect(pool.text(of: 5) == "192.0.2.255")
        #expect(pool.text(of: 6) == "192.0.3.0")
    }

    @Test("for provisioning ends inside its network, 10.0.0.0/12")
    func provisioning() {
        let pool = AddressPool.provisioning
        #expect(pool.size > 900_000)
        #expect(pool.text(of: 0) == "10.1.0.1")
        #expect(pool.text(of: pool.size - 1) == "10.15.255.254")
    }
}
