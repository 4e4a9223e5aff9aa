import Hardware
import Harness
import Testing

@Suite("A fault of the control plane, of people or of clocks")
struct ControlFaultTests {
    @Test("is told of under the name that scenarios call it by", arguments: OperatorAct.allCases)
    func acts(_ act: OperatorAct) {
        #expect(ControlFault(rawValue: act.rawValue) != nil)
    }

    @Test(
        "is known to scenarios, and was met in the field", arguments: ControlFault.allCases)
    func known(_ fault: ControlFault) {
        let problems = ScenarioText.problems(
            ScenarioText.good.replacing("fault: process-kill", with: "fault: \(fault.rawValue)"))
        #expect(!problems.contains { $0.message.contains("unknown fault") })
        #expect(fault.report.address.hasPrefix("https://"))
    }
}
