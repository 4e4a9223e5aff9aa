import BareMetal
import Testing

@Suite("The provision table")
struct ProvisionTableTests {
    /// What the transcription says follows, by state and trigger.
    static let expected: [[String]: ProvisionState] = {
        var expected: [[String]: ProvisionState] = [:]
        for line in TranscribedTransitions.lines {
            let name =
                line.isOperators ? ProvisionVerb(name: line.trigger)?.rawValue : line.trigger
            let key = [line.state, line.isOperators ? "verb" : "event", name ?? "unknown verb"]
            precondition(expected[key] == nil, "The transcription lists \(key) once.")
            expected[key] = ProvisionState(rawValue: line.next)
        }
        return expected
    }()

    static func key(_ state: ProvisionState, _ trigger: ProvisionTrigger) -> [String] {
        switch trigger {
        case .verb(let verb): [state.rawValue, "verb", verb.rawValue]
        case .event(let event): [state.rawValue, "event", event.rawValue]
        }
    }

    @Test("the transcription is read whole, and each of its names is known")
    func transcriptionIsWhole() {
        #expect(TranscribedTransitions.lines.count == 93)
        #expect(Self.expected.count == TranscribedTransitions.lines.count)
        for line in TranscribedTransitions.lines {
            #expect(ProvisionState(rawValue: line.state) != nil, "\(line)")
            #expect(ProvisionState(rawValue: line.next) != nil, "\(line)")
            let isKnown =
                line.isOperators
                ? ProvisionVerb(name: line.trigger) != nil
                : ProvisionEvent(rawValue: line.trigger) != nil
            #expect(isKnown, "\(line)")
        }
    }

    @Test(
        "allows from each state what the specification lists, and refuses the rest in words",
        arguments: ProvisionState.allCases
    )
    func allowsWhatIsListed(state: ProvisionState) {
        for trigger in ProvisionTrigger.allCases {
            let expected = Self.expected[Self.key(state, trigger)]
            do throws(ProvisionRefusal) {
                let next = try ProvisionTable.next(from: state, on: trigger)
                #expect(next == expected, "\(state) on \(trigger)")
            } catch {
                #expect(expected == nil, "\(state) on \(trigger): \(error)")
                #expect(error.state == state)
                #expect(error.trigger == trigger)
                #expect(error.description.contains("'\(state)'"))
                #expect(error.description.contains("'\(trigger)'"))
                let accepted = ProvisionVerb.allCases.filter { verb in
                    Self.expected[Self.key(state, .verb(verb))] != nil
                }
                #expect(Set(error.accepted) == Set(accepted), "\(state) on \(trigger)")
                guard case .verb = trigger else { continue }
                #expect(accepted.allSatisfy { error.description.contains($0.rawValue) })
            }
        }
    }

    @Test("names in a refusal exactly the verbs that would have worked")
    func refusalNamesTheWay() {
        let refusal = #expect(throws: ProvisionRefusal.self) {
            try ProvisionTable.next(from: .enroll, on: ProvisionVerb.deploy)
        }
        #expect(
            refusal?.description
                == "cannot 'deploy' a node in state 'enroll'; from there it accepts: manage"
        )
        #expect(refusal?.isTransient == false)
        let busy = #expect(throws: ProvisionRefusal.self) {
            try ProvisionTable.next(from: .deploying, on: ProvisionVerb.undeploy)
        }
        #expect(busy?.isTransient == true)
        #expect(
            busy?.description
                == "cannot 'undeploy' a node in state 'deploying'; "
                + "from there it accepts nothing until the work under way ends"
        )
    }

    @Test("refuses a report about work that is not under way")
    func refusesStrayReport() {
        let refusal = #expect(throws: ProvisionRefusal.self) {
            try ProvisionTable.next(from: .available, on: ProvisionEvent.done)
        }
        #expect(
            refusal?.description
                == "a node in state 'available' cannot be told 'done'; no such work is under way"
        )
    }

    @Test("lets no operator end a cleaning by asking to manage the node")
    func manageDoesNotEndCleaning() throws {
        #expect(throws: ProvisionRefusal.self) {
            try ProvisionTable.next(from: .cleaning, on: ProvisionVerb.manage)
        }
        let next = try ProvisionTable.next(from: .cleaning, on: ProvisionEvent.manage)
        #expect(next == .manageable)
    }

    /// Every state that can follow `state`, however many steps away.
    static func reachable(
        from state: ProvisionState,
        by isAllowed: (ProvisionTrigger) -> Bool = { _ in true }
    ) -> Set<ProvisionState> {
        var found: Set<ProvisionState> = [state]
        var frontier = [state]
        while let current = frontier.popLast() {
            for transition in ProvisionTable.transitions
            where transition.from == current && isAllowed(transition.trigger) {
                if found.insert(transition.to).inserted { frontier.append(transition.to) }
            }
        }
        return found
    }

    @Test("reaches every state from enroll")
    func everyStateIsReachable() {
        #expect(Self.reachable(from: .enroll) == Set(ProvisionState.allCases))
    }

    @Test(
        "leads from every state to manageable and to available, failed states among them",
        arguments: ProvisionState.allCases
    )
    func everyStateHasAWayBack(state: ProvisionState) {
        let reachable = Self.reachable(from: state)
        #expect(reachable.contains(.manageable))
        #expect(reachable.contains(.available))
    }

    @Test(
        "lets every transient state end by a report alone, without an operator",
        arguments: ProvisionState.allCases.filter(\.isTransient)
    )
    func transientStatesEnd(state: ProvisionState) throws {
        let reachable = Self.reachable(from: state) { trigger in
            if case .event = trigger { true } else { false }
        }
        #expect(reachable.contains { !$0.isTransient })
        let failed = try ProvisionTable.next(from: state, on: ProvisionEvent.fail)
        #expect(!failed.isTransient, "A timeout fails the state, and that must be an end.")
    }

    @Test(
        "offers an operator a way out of every state that nothing else ends",
        arguments: ProvisionState.allCases.filter { !$0.isTransient }
    )
    func restingStatesTakeVerbs(state: ProvisionState) {
        #expect(!ProvisionTable.verbs(from: state).isEmpty)
    }
}
