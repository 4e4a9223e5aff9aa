import Hardware
import World

/// Work on one node by the holder of its lock (Ironic's task).
///
/// Every change goes through ``save(_:alongside:)``: one transaction that rests on the node being
/// as it was left and on the term not being over.
struct NodeTask: Sendable {
    let conductor: Conductor
    let reservation: Reservation
    private(set) var stored: Stored<Node>
    /// What the controller was last seen to say, to be written with the next change.
    private var seenPower: PowerState?
    /// When the work in the present state has to be over.
    private var deadline: Instant

    init(_ conductor: Conductor, _ stored: Stored<Node>, _ reservation: Reservation) {
        self.conductor = conductor
        self.stored = stored
        self.reservation = reservation
        deadline = conductor.world.clock.now + ConductorLimits.work
    }

    var node: Node { stored.document }

    /// Changes the node, and whatever else belongs to the change.
    mutating func save(
        _ change: (inout Node) -> Void = { _ in },
        alongside others: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) {
        precondition(node.reservation == reservation, "Only the holder of its lock changes a node.")
        var changed = node
        changed.powerState = seenPower ?? changed.powerState
        change(&changed)
        let begins = changed.provisionState != node.provisionState
        stored = try await conductor.commit(stored, changed, alongside: others)
        if begins { deadline = conductor.world.clock.now + ConductorLimits.work }
    }

    /// Reports how the work goes: the node moves on, and stays locked.
    mutating func move(
        _ event: ProvisionEvent, _ change: (inout Node) -> Void = { _ in }
    ) async throws(ConductorError) {
        let next = try state(after: .event(event))
        try await save {
            $0.provisionState = next
            change(&$0)
        }
    }

    /// Hands the node over to its ramdisk: it waits, unlocked.
    mutating func handOver(
        _ change: (inout Node) -> Void = { _ in },
        alongside others: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) {
        let next = try state(after: .event(.wait))
        try await save(
            {
                $0.provisionState = next
                $0.reservation = nil
                change(&$0)
            }, alongside: others)
    }

    /// Stops before an operator: the node waits, unlocked, for as long as it takes.
    mutating func hold(_ change: (inout Node) -> Void) async throws(ConductorError) {
        let next = try state(after: .event(.hold))
        try await save {
            $0.provisionState = next
            $0.reservation = nil
            change(&$0)
        }
    }

    /// Ends the steps of the work under way, and the machine's way to a ramdisk with them.
    mutating func finishSteps(
        _ event: ProvisionEvent, _ outcome: Intent.Outcome = .done,
        _ change: (inout Node) -> Void = { _ in }
    ) async throws(ConductorError) {
        let (node, conductor) = (node, conductor)
        // Who is in the pool is in no network of ours.
        let leaves = node.provisionState == .cleaning
        try await finish(event, outcome) {
            $0.lastError = nil
            $0.failures = 0
            change(&$0)
        } alongside: {
            conductor.network.dismiss(node.addresses, in: &$0)
            if leaves { conductor.release(node, in: &$0) }
        }
    }

    /// Ends the work: the node moves on and is unlocked, and what was asked for is answered.
    mutating func finish(
        _ event: ProvisionEvent, _ outcome: Intent.Outcome,
        _ change: (inout Node) -> Void = { _ in },
        alongside others: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) {
        try await finish(.event(event), outcome, change, alongside: others)
    }

    /// Ends the work by a line that the provision table draws for `trigger`.
    mutating func finish(
        _ trigger: ProvisionTrigger, _ outcome: Intent.Outcome,
        _ change: (inout Node) -> Void = { _ in },
        alongside others: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) {
        let next = try state(after: trigger)
        var closed = node.intent
        closed?.outcome = outcome
        try await save {
            $0.provisionState = next
            $0.reservation = nil
            $0.intent = nil
            $0.step = nil
            $0.requestedSteps = nil
            change(&$0)
        } alongside: { transaction in
            if let closed { transaction.put(closed) }
            others(&transaction)
        }
    }

    /// Ends work, or the wait for it, that went wrong: the machine may boot no ramdisk any more,
    /// and the intent is answered with the reason.
    mutating func failWork(because reason: String) async throws(ConductorError) {
        let (addresses, network) = (node.addresses, conductor.network)
        let work = node.provisionState
        try await finish(.fail, .failed(reason: reason)) {
            $0.lastError = reason
            $0.failures += 1
            // What is on its disks is unknown, so nobody gets it until somebody has looked.
            if [.cleaning, .cleanWait].contains(work) {
                $0.setAside(because: reason, fault: .cleanFailure)
            }
            if [.rescuing, .rescueWait].contains(work) { $0.rescuePassword = nil }
            // A machine that could not be taken over may be in any state.
            if work == .adopting { $0.powerState = nil }
        } alongside: { transaction in
            network.dismiss(addresses, in: &transaction)
        }
    }

    /// Ends an abort that could not clear away what it was to.
    mutating func failCleanUp(because reason: String) async throws(ConductorError) {
        var closed = node.intent
        closed?.outcome = .failed(reason: reason)
        try await save {
            $0.reservation = nil
            $0.intent = nil
            $0.lastError = reason
            $0.failures += 1
            switch $0.provisionState {
            case .rescueFailed: $0.setAside(because: reason, fault: .rescueAbortFailure)
            case .cleanFailed: $0.setAside(because: reason, fault: .cleanFailure)
            default: break
            }
        } alongside: { transaction in
            if let closed { transaction.put(closed) }
        }
    }

    /// Ends a request that asked for a change of state only.
    mutating func finishAtOnce() async throws(ConductorError) {
        var closed = node.intent
        closed?.outcome = .done
        try await save {
            $0.reservation = nil
            $0.intent = nil
        } alongside: { transaction in
            if let closed { transaction.put(closed) }
        }
    }

    /// Reads the node again.
    ///
    /// - Returns: whether the lock is still this task's.
    mutating func refresh() async throws(ConductorError) -> Bool {
        let (id, conductor) = (node.id, conductor)
        let found = try await conductor.patiently { () throws(StoreError) in
            try await conductor.store.get(Node.self, id)
        }
        guard let found else { throw .unknownNode(id) }
        guard found.document.reservation == reservation else { return false }
        stored = found
        return true
    }

    /// Unlocks the node and leaves it where it is.
    mutating func release(_ change: (inout Node) -> Void = { _ in }) async throws(ConductorError) {
        try await save {
            $0.reservation = nil
            change(&$0)
        }
    }

    /// Switches the machine on or off and sees it happen. One that is to come on waits until its
    /// rack's breakers stand it.
    ///
    /// - Throws: ``ConductorError/forbidden(_:_:)`` where it may not be switched off.
    mutating func reach(_ target: PowerState) async throws(ConductorError) {
        try checkOffSwitch(target)
        switch target {
        case .on:
            try await conductor.awaitStart(of: node)
            try await controller.reach(.on)
        case .off: try await controller.switchOff()
        }
        seenPower = target
    }

    private func checkOffSwitch(_ target: PowerState) throws(ConductorError) {
        guard target == .off, node.offSwitch == .disabled else { return }
        throw .forbidden(node.name, .offSwitchDisabled)
    }

    /// Stops what the machine runs, until ``start()``. One that may not be switched off runs on
    /// till then.
    mutating func stop() async throws(ConductorError) {
        if node.offSwitch == .usable { try await reach(.off) }
    }

    /// Starts the machine; anew where it could not be stopped.
    mutating func start() async throws(ConductorError) { try await start(anewBy: .reset) }

    private mutating func start(anewBy action: PowerAction) async throws(ConductorError) {
        guard node.offSwitch == .disabled, try await controller.powerState() == .on else {
            return try await reach(.on)
        }
        try await controller.restart(by: action)
        seenPower = .on
    }

    /// Lets the machine run nothing of its work any more. One that may not be switched off starts
    /// anew, from what it starts from by itself (Ironic's `tear_down_inband_cleaning`).
    mutating func putDown() async throws(ConductorError) {
        guard node.offSwitch == .disabled else { return try await reach(.off) }
        if try await controller.powerState() == .on { try await start() }
    }

    /// What the controller says of the machine, for whoever reads why it was given up.
    mutating func controllersWord() async -> String {
        deadline = conductor.world.clock.now + ConductorLimits.cleanUp
        do throws(ConductorError) {
            return "; its controller says that the machine is \(try await controller.powerState())"
        } catch { return "; \(error)" }
    }

    /// Changes the power as an operator asked.
    ///
    /// - Parameter limit: longest that each direction may take.
    mutating func change(
        _ request: PowerRequest, within limit: Duration
    ) async throws(ConductorError) {
        switch request {
        case .on: try await reach(.on, within: limit)
        case .off: try await reach(.off, within: limit)
        case .softOff: try await shutDown(within: limit)
        case .reboot where node.offSwitch == .disabled: try await start()
        case .reboot:
            try await reach(.off, within: limit)
            try await reach(.on, within: limit)
        case .softReboot where node.offSwitch == .disabled:
            try await start(anewBy: .softReboot)
        case .softReboot:
            try await shutDown(within: limit)
            try await reach(.on, within: max(limit, ControllerLimits.powerChange))
        }
    }

    /// The same with less patience than the work as a whole has.
    mutating func reach(
        _ target: PowerState, within limit: Duration
    ) async throws(ConductorError) {
        try checkOffSwitch(target)
        if target == .on { try await conductor.awaitStart(of: node) }
        let end = min(deadline, conductor.world.clock.now + limit)
        try await conductor.controller(of: node, until: end).reach(target)
        seenPower = target
    }

    private mutating func shutDown(within limit: Duration) async throws(ConductorError) {
        let end = min(deadline, conductor.world.clock.now + limit)
        try await conductor.controller(of: node, until: end).shutDown()
        seenPower = .off
    }

    /// Switches the machine off before its work is written off; it has not long for that, and what
    /// does not happen is made up for when the machine is used next.
    mutating func switchOffInPassing() async {
        deadline = conductor.world.clock.now + ConductorLimits.cleanUp
        try? await stop()
    }

    /// The machine's controller, for as long as the work may last.
    var controller: PowerController { conductor.controller(of: node, until: deadline) }

    private func state(after trigger: ProvisionTrigger) throws(ConductorError) -> ProvisionState {
        do { return try ProvisionTable.next(from: node.provisionState, on: trigger) } catch {
            throw .refused(error)
        }
    }
}
