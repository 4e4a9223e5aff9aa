import BareMetal
import Foundation
import Hardware
import Testing

@Suite("A request for steps in the API's JSON")
struct StepRequestTests {
    private static let inputs = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/inputs/ironic")

    private static func file(_ path: String) throws -> JSONValue {
        let text = try String(contentsOf: inputs.appending(path: path), encoding: .utf8)
        return try #require(JSONValue(parsing: text))
    }

    private static var hasInputs: Bool { FileManager.default.fileExists(atPath: inputs.path) }

    private static func problem(_ body: JSONValue) -> StepRequestError? {
        do throws(StepRequestError) {
            _ = try StepRequest(body)
            return nil
        } catch { return error }
    }

    private static let erase: JSONValue = ["interface": "deploy", "step": "erase_devices"]

    @Test(
        "Ironic's samples are read as they are meant",
        .enabled(if: hasInputs, "../shared/inputs/ironic is not there"))
    func samples() throws {
        let clean = try StepRequest(Self.file("api-samples/node-set-clean-state.json"))
        let upgrade = RequestedStep(.deploy, "upgrade_firmware", arguments: ["force": "True"])
        #expect(clean == StepRequest(.clean, .steps([upgrade])))
        let hold = try StepRequest(Self.file("inline/steps.85.json"))
        #expect(
            hold.source
                == .steps([
                    RequestedStep(.deploy, .eraseDevices), RequestedStep(.deploy, "hold"),
                ]))
        let deploy = try StepRequest(
            Self.file("api-samples/node-set-active-state-deploy-steps.json"))
        #expect(
            deploy.source
                == .steps([
                    RequestedStep(
                        .deploy, "upgrade_firmware", arguments: ["force": "True"], priority: 95)
                ]))
        let service = try StepRequest(Self.file("inline/servicing.112.json"))
        #expect(service == StepRequest(.service, .runbook("<runbook_name_or_uuid>")))
        // The sample misspells its key, so that no steps are left.
        let misspelled = try Self.file("api-samples/node-set-service-state.json")
        #expect(Self.problem(misspelled) == .nothing(.service))
    }

    @Test("steps and a runbook are not given together, in cleaning and in service")
    func both() {
        for kind in ["clean", "service"] {
            let body: JSONValue = [
                "target": .text(kind), "runbook": "CUSTOM_A",
            ]
            var object = body.object ?? [:]
            object["\(kind)_steps"] = [Self.erase]
            #expect(Self.problem(.object(object)) == .stepsAndRunbook("\(kind)_steps"))
        }
    }

    @Test("a runbook is for cleaning and service only, steps for the work they are named after")
    func targets() {
        #expect(
            Self.problem(["target": "active", "runbook": "CUSTOM_A"]) == .runbookTarget("active"))
        #expect(Self.problem(["target": "provide", "runbook": "X"]) == .target("provide"))
        #expect(
            Self.problem(["target": "service", "clean_steps": [Self.erase]])
                == .otherTarget("clean_steps", target: "service"))
        #expect(Self.problem(["target": "clean"]) == .nothing(.clean))
        #expect(Self.problem(["target": "clean", "clean_steps": []]) == .nothing(.clean))
        #expect(Self.problem(["target": "active"]) == nil)
    }

    @Test("only cleaning may be told to do without the ramdisk")
    func ramdisk() throws {
        let request = try StepRequest(
            ["target": "clean", "clean_steps": [Self.erase], "disable_ramdisk": true])
        #expect(request.ramdisk == .disabled)
        #expect(
            Self.problem(["target": "active", "disable_ramdisk": true])
                == .ramdiskTarget("active"))
        #expect(
            Self.problem(["target": "clean", "runbook": "X", "disable_ramdisk": "yes"])
                == .schema("disable_ramdisk", expected: "true or false"))
    }

    @Test(
        "a step that breaks the schema is refused with its place",
        arguments: [
            (["interface": "network", "step": "x"], "clean_steps[0].interface"),
            (["step": "x"], "clean_steps[0].interface"),
            (["interface": "deploy", "step": ""], "clean_steps[0].step"),
            (["interface": "deploy", "step": "x", "args": []], "clean_steps[0].args"),
            (["interface": "deploy", "step": "x", "priority": 5], "clean_steps[0].priority"),
            (["interface": "deploy", "step": "x", "order": "-1"], "clean_steps[0].order"),
            ("erase", "clean_steps[0]"),
        ] as [(JSONValue, String)])
    func schema(_ step: JSONValue, _ path: String) {
        guard case .schema(path, _)? = Self.problem(["target": "clean", "clean_steps": [step]])
        else {
            Issue.record("\(path)")
            return
        }
    }

    @Test("a deployment's step needs arguments and a priority, which may be a text of digits")
    func deployment() throws {
        let digits: JSONValue = [
            "interface": "raid", "step": "apply_configuration", "args": [:], "priority": "95",
        ]
        let request = try StepRequest(["target": "active", "deploy_steps": [digits]])
        #expect(
            request.source
                == .steps([RequestedStep(.raid, .applyConfiguration, priority: 95)]))
        for key in ["args", "priority"] {
            var step = digits.object ?? [:]
            step[key] = nil
            guard
                case .schema("deploy_steps[0].\(key)", _)? = Self.problem(
                    ["target": "active", "deploy_steps": [.object(step)]])
            else {
                Issue.record("\(key)")
                continue
            }
        }
    }
}
