import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker firmware-recorded")
struct FirmwareRecordedTests {
    private static let apply = Step(
        .applyBIOS, priority: 90, at: .conductor,
        arguments: [
            "settings": .list([.object(["name": .text("BootMode"), "value": .text("Uefi")])])
        ])

    private static func node(_ state: ProvisionState, at index: Int? = nil) -> Node {
        var node = Sample.node("node-1", state)
        guard let index else { return node }
        let last = Step(StepID(.deploy, "erase_devices"), priority: 10, at: .agent)
        var progress = StepProgress(StepPlan([apply, last], for: .clean))
        for _ in 0..<index { progress.advance() }
        node.step = progress
        return node
    }

    /// A step that ends after these values were written down of the firmware's setting.
    private func ended(_ end: Node, after values: String...) -> Violation? {
        var (checker, store) = (FirmwareRecorded(), StoreScript())
        var seen = [
            store.commit(Self.node(.cleaning)), store.commit(Self.node(.cleanWait, at: 0)),
        ]
        for value in values {
            let setting = BIOSSetting("BootMode", value, in: .enumeration(["Uefi", "Legacy"]))
            seen.append(store.commit(NodeBIOS(node: "node-1", settings: [setting])))
        }
        seen.append(store.commit(end))
        return checker.show(seen)
    }

    @Test("has nothing against a step whose settings are recorded as they were asked for")
    func recorded() {
        #expect(ended(Self.node(.cleaning, at: 1), after: "Uefi") == nil)
        #expect(ended(Self.node(.cleanWait, at: 0)) == nil)
    }

    @Test("sees a step that ends with nothing written down, or with another value")
    func missing() {
        for end in [Self.node(.cleaning, at: 1), Self.node(.manageable)] {
            #expect(ended(end)?.message.contains("nobody wrote down") == true)
            #expect(ended(end, after: "Legacy")?.message.contains("'BootMode' is not") == true)
        }
    }

    @Test("has nothing against a step that failed")
    func failed() { #expect(ended(Self.node(.cleanFailed)) == nil) }
}
