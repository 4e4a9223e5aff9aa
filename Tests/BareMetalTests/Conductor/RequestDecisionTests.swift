import Hardware
import NodeAgent
import Testing
import World

@testable import BareMetal

@Suite("What is decided about a request")
struct RequestDecisionTests {
    static let steps = [RequestedStep(.deploy, .eraseDevicesMetadata)]

    /// One of each verb.
    static let requests: [NodeRequest] = [
        .manage, .provide, .inspect, .abort, .clean(steps), .deploy(NodeOperation.instance),
        .rebuild(Bench.otherImage), .undeploy, .adopt(NodeOperation.instance),
        .rescue(NodeOperation.password), .unrescue, .unhold, .service(steps),
    ]

    static func node(
        _ state: ProvisionState, _ change: (inout Node) -> Void = { _ in }
    ) -> Node {
        var node = Node(
            name: "node-1", uuid: Identifier(text: "1"), driver: "bench",
            bmc: BMCAddress(host: "192.0.2.1"),
            credentials: BMCCredentials(user: "admin", password: "secret"), addresses: [],
            properties: NodeProperties(), rootDevice: nil)
        node.provisionState = state
        node.instance = NodeOperation.instance
        change(&node)
        return node
    }

    static func decide(
        _ request: NodeRequest, _ node: Node, _ options: ConductorOptions = ConductorOptions()
    ) -> Result<RequestDecision, ConductorError> {
        do throws(ConductorError) {
            return .success(
                try RequestDecision(
                    request, as: Identifier(text: "new"), on: node, under: options))
        } catch { return .failure(error) }
    }

    static func refusal(
        _ request: NodeRequest, _ node: Node, _ options: ConductorOptions = ConductorOptions()
    ) -> ConductorError? {
        if case .failure(let error) = decide(request, node, options) { error } else { nil }
    }

    @Test("covers every verb")
    func whole() {
        #expect(Set(Self.requests.map(\.verb)) == Set(ProvisionVerb.allCases))
    }

    @Test(
        "takes exactly what the provision table takes, of a node that nothing is special about",
        arguments: ProvisionState.allCases)
    func table(_ state: ProvisionState) {
        for request in Self.requests {
            let next = try? ProvisionTable.next(from: state, on: request.verb)
            switch Self.decide(request, Self.node(state)) {
            case .success(let decision):
                // A node in use is in use again only once its instance runs.
                let waits = request == .abort && state == .serviceFailed
                #expect(decision.node.provisionState == (waits ? state : next), "\(request)")
            case .failure(let error):
                guard case .refused = error else {
                    Issue.record("\(request) in \(state): \(error)")
                    continue
                }
                #expect(next == nil, "\(request) in \(state)")
            }
        }
    }

    @Test("protected blocks rebuild and undeploy", arguments: ProvisionState.allCases)
    func protected(_ state: ProvisionState) {
        let node = Self.node(state) { $0.protection = Protection(reason: "it is precious") }
        for request in Self.requests {
            guard ProvisionTable.verbs(from: state).contains(request.verb) else { continue }
            let isBlocked = [.rebuild, .undeploy].contains(request.verb)
            let expected: ConductorError? =
                isBlocked ? .forbidden("node-1", .protected(reason: "it is precious")) : nil
            #expect(Self.refusal(request, node) == expected, "\(request) in \(state)")
        }
    }

    @Test("retired blocks provide")
    func retired() {
        let node = Self.node(.manageable) { $0.retirement = Retirement(reason: "it is old") }
        let error = ConductorError.forbidden("node-1", .retired(reason: "it is old"))
        #expect(Self.refusal(.provide, node) == error)
        #expect(!error.isTransient)
        #expect(error.description == "node node-1: it is retired: it is old")
        for request in [NodeRequest.inspect, .clean(Self.steps), .adopt(nil)] {
            #expect(Self.refusal(request, node) == nil, "\(request)")
        }
    }

    @Test("retired diverts cleaning's end to manageable")
    func retiredCleaning() {
        let kept = Self.node(.cleaning) { $0.retirement = Retirement(reason: nil) }
        #expect(kept.completion == .manage)
        #expect(kept.target == .manageable)
        #expect(Self.node(.cleaning).completion == .done)
        #expect(Self.node(.cleaning).target == .available)
        #expect(
            Self.node(.deploying) { $0.retirement = Retirement(reason: nil) }.completion == .done)
    }

    @Test("manual clean target is manageable, automated is available")
    func cleaningTargets() throws {
        let manual = try Self.decide(.clean(Self.steps), Self.node(.manageable)).get().node
        #expect(manual.target == .manageable)
        #expect(manual.completion == .manage)
        #expect(manual.requestedSteps == Self.steps)
        let automated = try Self.decide(.provide, Self.node(.manageable)).get().node
        #expect(automated.target == .available)
        #expect(automated.completion == .done)
        #expect(automated.requestedSteps == nil)
    }

    @Test("maintenance: no provisioning and no cleaning, unless an option gives nodes back")
    func maintenance() {
        let blocked: [ProvisionVerb] = [.deploy, .rebuild, .clean, .rescue, .unrescue, .service]
        for permission in [ConductorOptions.Permission.refused, .allowed] {
            var options = ConductorOptions()
            options.provisioningInMaintenance = permission
            for state in ProvisionState.allCases {
                let node = Self.node(state) {
                    $0.maintenance = Maintenance(reason: "somebody looks", fault: nil)
                }
                for request in Self.requests {
                    guard ProvisionTable.verbs(from: state).contains(request.verb) else { continue }
                    let isBlocked =
                        blocked.contains(request.verb)
                        || (request.verb == .provide && permission == .refused)
                        || (request.verb == .abort && state == .serviceFailed)
                    let expected: ConductorError? =
                        isBlocked ? .inMaintenance("node-1", reason: "somebody looks") : nil
                    #expect(
                        Self.refusal(request, node, options) == expected, "\(request) in \(state)")
                }
            }
        }
    }

    @Test("a node without an instance is not rebuilt, from whatever state")
    func rebuildNothing() {
        for state in [ProvisionState.active, .deployFailed, .error] {
            let node = Self.node(state) { $0.instance = nil }
            let error = Self.refusal(.rebuild(Bench.otherImage), node)
            #expect(error == .forbidden("node-1", .noInstance), "\(state)")
        }
    }

    @Test("a node belongs to one instance at a time")
    func associated() {
        let other = Instance(id: Identifier(text: "other"), owner: "thief", image: Bench.image)
        for (request, state) in [
            (NodeRequest.deploy(other), ProvisionState.deployFailed), (.adopt(other), .adoptFailed),
        ] {
            let error = Self.refusal(request, Self.node(state))
            #expect(error == .forbidden("node-1", .associated(NodeOperation.instance.id)))
        }
        #expect(
            Self.refusal(.deploy(NodeOperation.instance), Self.node(.deployFailed)) == nil)
    }

    @Test("rebuild keeps the instance and changes its image")
    func rebuild() throws {
        let node = try Self.decide(.rebuild(Bench.otherImage), Self.node(.active)).get().node
        #expect(node.instance?.id == NodeOperation.instance.id)
        #expect(node.instance?.owner == NodeOperation.instance.owner)
        #expect(node.instance?.image == Bench.otherImage)
    }

    @Test("work by hand is given its steps")
    func noSteps() {
        for (request, state) in [
            (NodeRequest.clean([]), ProvisionState.manageable), (.service([]), .active),
        ] {
            guard case .forbidden(_, .invalid) = Self.refusal(request, Self.node(state)) else {
                Issue.record("'\(request.verb)' without a step was accepted")
                continue
            }
        }
    }

    @Test("unhold ends no work: the intent it was held for goes on")
    func unhold() throws {
        let intent = Intent(identifier: Identifier(text: "old"), node: "node-1", verb: .clean)
        let node = Self.node(.cleanHold) {
            $0.intent = intent
            $0.step = StepProgress(StepCatalogue.standard.plan(.clean))
        }
        let decision = try Self.decide(.unhold, node).get()
        #expect(decision.node.provisionState == .cleanWait)
        #expect(decision.node.intent == intent)
        #expect(decision.node.step == node.step)
        #expect(decision.intents.map(\.outcome) == [.done])
    }

    @Test("abort answers the work it ends, and no ramdisk is served from then on")
    func abort() throws {
        for state in [ProvisionState.cleanWait, .inspectWait, .deployWait, .rescueWait] {
            let node = Self.node(state) {
                $0.intent = Intent(
                    identifier: Identifier(text: "old"), node: "node-1", verb: .clean)
            }
            let decision = try Self.decide(.abort, node).get()
            #expect(decision.node.provisionState.phase == .failed)
            #expect(decision.node.lastError == RequestDecision.abortReason)
            #expect(decision.dismissesRamdisk)
            #expect(
                decision.intents.map(\.outcome)
                    == [.failed(reason: RequestDecision.abortReason), .underWay])
        }
    }

    @Test("an instance's traits are the node's, or it is not deployed there")
    func instanceTraits() {
        let image = ImageReference(name: "i", digest: "d", size: .zero)
        let golden = Instance(
            id: Identifier(text: "1"), owner: "a", image: image, traits: ["CUSTOM_GOLD"])
        let plain = Self.node(.available) { $0.instance = nil }
        let fit = Self.node(.available) {
            $0.instance = nil
            $0.traits = ["CUSTOM_GOLD", "CUSTOM_BIG"]
        }
        #expect(Self.refusal(.deploy(golden), plain) != nil)
        #expect(Self.refusal(.deploy(golden), fit) == nil)
    }

    @Test("a machine that may not be switched off is given any work")
    func offSwitch() {
        let node = Self.node(.manageable) { $0.offSwitch = .disabled }
        for request in [NodeRequest.provide, .inspect, .adopt(NodeOperation.instance)] {
            #expect(Self.refusal(request, node) == nil)
        }
    }
}
