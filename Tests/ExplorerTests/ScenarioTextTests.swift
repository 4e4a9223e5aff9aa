import Explorer
import Foundation
import Harness
import SimulatedCloud
import Testing

struct ScenarioTextTests {
    @Test("A scenario that nobody changes is written as it was read", arguments: ["minimal.yaml"])
    func isKept(name: String) throws {
        let file = Samples.root.appendingPathComponent("Scenarios/\(name)").path
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(try ScenarioText(text, file: file).text == text)
    }

    @Test("What is written of every scenario of the project means the same")
    func meansTheSame() throws {
        #expect(Samples.files.count > 100)
        for file in Samples.files {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let written = try ScenarioText(text, file: file).text
            let old = try ScenarioReader.read(file, vocabulary: LocalProber.vocabulary)
            let new = try ScenarioReader.read(
                Array(written.utf8), file: file, vocabulary: LocalProber.vocabulary)
            #expect(new.hardware == old.hardware, "\(file)")
            #expect(new.cloud == old.cloud, "\(file)")
            #expect(new.faults.map(\.kind) == old.faults.map(\.kind), "\(file)")
            #expect(new.faults.map(\.trigger) == old.faults.map(\.trigger), "\(file)")
            #expect(new.faults.map(\.target) == old.faults.map(\.target), "\(file)")
            #expect(new.limits == old.limits && new.asks == old.asks, "\(file)")
            // Whoever reads what was written writes the same again.
            #expect(try ScenarioText(written, file: file).text == written, "\(file)")
        }
    }

    @Test("Comments stay with what they stand at, and go with it")
    func comments() throws {
        var text = try Samples.text(Samples.buggy)
        #expect(text.text.contains("  # The cards share their machines' power.\n  - { count: 2"))
        #expect(text.text.contains("mode: poc      # one flavor fits all"))
        text.root["machines"]?.items.removeLast()
        #expect(!text.text.contains("The cards share"))
        #expect(text.text.hasPrefix("# Planted bug: the driver"))
    }

    @Test("A text that is no mapping is told with its line")
    func noMapping() {
        #expect(throws: (any Error).self) { try Samples.text("- a\n- b\n") }
        #expect(throws: (any Error).self) { try Samples.text("a: [1,\n") }
    }

    @Test("Paths lead where they led when the file moves")
    func paths() throws {
        let text = try Samples.text("scenario: a\ninventory: ../inv/x.json\nneeds: [/abs, b]\n")
        let moved = text.moved(from: "/srv/a/scenarios", to: "/srv/b")
        #expect(moved.root["inventory"]?.text == "../a/inv/x.json")
        #expect(moved.root["needs"]?.items.map(\.text) == ["/abs", "../a/scenarios/b"])
    }
}
