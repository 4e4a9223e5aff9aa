import Foundation
import Hardware
import Testing
import World

@Suite("Units and names as text")
struct TextTests {
    @Test(
        "a MAC address is read in its three spellings and printed in one",
        arguments: ["52:54:00:AB:cd:ef", "52-54-00-ab-cd-ef", "525400abcdef"]
    )
    func macAddressIsRead(text: String) throws {
        let address = try #require(MACAddress(text))
        #expect(address.description == "52:54:00:ab:cd:ef")
        let encoded = try JSONEncoder().encode([address])
        #expect(String(decoding: encoded, as: UTF8.self) == #"["52:54:00:ab:cd:ef"]"#)
        #expect(try JSONDecoder().decode([MACAddress].self, from: encoded) == [address])
    }

    @Test(
        "what is no MAC address is refused",
        arguments: [
            "", "52:54:00:ab:cd", "52:54:00:ab:cd:ef:01", "5254:00:ab:cd:ef", "52:54:00:ab:cd:eg",
            "52540:0ab:cd:ef", "5254.00ab.cdef", "+2:54:00:ab:cd:ef", "５2:54:00:ab:cd:ef",
        ]
    )
    func otherTextIsNoMACAddress(text: String) {
        #expect(MACAddress(text) == nil)
    }

    @Test("a group address is told by the lowest bit of its first octet")
    func groupAddress() {
        #expect(MACAddress("01:00:5e:00:00:01")?.isGroup == true)
        #expect(MACAddress("52:54:00:00:00:01")?.isGroup == false)
    }

    @Test("durations print as clocks do")
    func durationsPrint() {
        #expect(Duration.seconds(6130).clockText == "1:42:10")
        #expect(Duration.milliseconds(-61_250).clockText == "-0:01:01")
        #expect((Duration.seconds(6130) + .milliseconds(250)).preciseClockText == "1:42:10.250")
        #expect(Duration.milliseconds(7).preciseClockText == "0:00:00.007")
        #expect(Duration.milliseconds(250).shortText == "250 ms")
        #expect(Duration.seconds(12).shortText == "12 s")
        #expect(Duration.seconds(240).shortText == "4 min")
        #expect(Duration.seconds(10_800).shortText == "3 h")
    }

    @Test("instants count nanoseconds both ways and are stored as a number")
    func instantsCount() throws {
        let instant = Instant(nanoseconds: 5) + .seconds(2) + .milliseconds(-1)
        #expect(instant == Instant(nanoseconds: 1_999_000_005))
        #expect(Instant.epoch - instant == .nanoseconds(-1_999_000_005))
        #expect((Instant.epoch + .seconds(3661)).description == "1:01:01")
        let encoded = try JSONEncoder().encode([instant])
        #expect(String(decoding: encoded, as: UTF8.self) == "[1999000005]")
        #expect(try JSONDecoder().decode([Instant].self, from: encoded) == [instant])
    }
}
