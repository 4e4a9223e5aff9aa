import Testing

@testable import Simulation

@Suite("A trace's hash")
struct TraceHashTests {
    /// Written down once: another value means that old traces can no longer be compared with.
    @Test("is the same in every process and on every day")
    func pinned() {
        #expect(TraceHash().text == "cbf29ce484222325")
        #expect(hash { $0.combine(1) }.text == "5a841912b01a9977")
        #expect(hash { $0.combine("provision_state") }.text == "b89022e462456e4a")
        #expect(hash { $0.combine("näive ☂") }.text == "7323ce3994fd3bb8")
    }

    @Test("depends on the order of what goes in")
    func order() {
        #expect(
            hash {
                $0.combine(1); $0.combine(2)
            }
                != hash {
                    $0.combine(2); $0.combine(1)
                }
        )
        #expect(hash { $0.combine("ab") } != hash { $0.combine("ba") })
    }

    @Test("keeps texts apart that run together, and all prefixes of one")
    func boundaries() {
        #expect(
            hash {
                $0.combine("ab" as String); $0.combine("c" as String)
            }
                != hash {
                    $0.combine("a" as String); $0.combine("bc" as String)
                }
        )
        let text = "0000000000000000000000000000000000000000"
        let values = (0...40).map { length in hash { $0.combine(String(text.prefix(length))) } }
        #expect(Set(values).count == 41)
    }

    @Test("tells sites of the same length apart, by what they say")
    func sites() {
        let power = fold(site: "power-on")
        #expect(fold(site: "power-up") != power)
        #expect(fold(site: "power-on") == power)
    }

    @Test("takes a site as it takes a text, with or without a pointer to it")
    func siteAsText() {
        let sites: [(StaticString, String)] = [
            ("", ""), ("a", "a"), ("ü", "ü"), ("eight888", "eight888"),
            ("a longer one, of three words", "a longer one, of three words"),
        ]
        for (site, text) in sites {
            #expect(hash { $0.combine(site) } == hash { $0.combine(text) }, "\(text)")
        }
    }

    @Test("changes with every bit of a word")
    func bits() {
        let values = (0..<64).map { bit in hash { $0.combine(UInt64(1) << UInt64(bit)) } }
        #expect(Set(values + [hash { $0.combine(0) }]).count == 65)
    }

    private func hash(_ body: (inout TraceHash) -> Void) -> TraceHash {
        var hash = TraceHash()
        body(&hash)
        return hash
    }

    private func fold(site: StaticString) -> UInt64 {
        var trace = Trace()
        trace.fold(at: .zero, site, 1)
        return trace.summary.hash
    }
}
