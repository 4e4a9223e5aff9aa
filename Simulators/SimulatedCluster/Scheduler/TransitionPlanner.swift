/// Works out what a cluster does next, as Pacemaker's scheduler does.
///
/// It goes through the same steps: what runs where is read from histories; every resource gets a
/// score for every node; resources are placed one after another; actions are made for what differs;
/// and orders decide which of them are needed and which cannot be done. Objects that point at each
/// other stand for resources and actions while it works; ``dissolve()`` takes them apart again.
final class TransitionPlanner {
    let state: ClusterState
    let options: ClusterOptions
    /// By name, numbers in it counting as numbers.
    var nodes: [SchedulerNode] = []
    /// Top-level resources, the most important first.
    var resources: [ScheduledResource] = []
    var resourcesByID: [ResourceID: ScheduledResource] = [:]
    var locations: [AppliedLocation] = []
    var orders: [PlannedOrder] = []
    /// The newest last.
    var actions: [PlannedAction] = []
    /// Those of no resource.
    var fencings: [String: PlannedAction] = [:]
    var hasFencingDevice: Bool

    init(_ state: ClusterState) {
        self.state = state
        options = state.options
        hasFencingDevice = state.options.hasWatchdog
    }

    /// - Returns: what to do, in which order.
    func plan() -> ClusterTransition {
        unpackNodes()
        unpackResources()
        unpackStatus()
        applyHealth()
        unpackConstraints()
        applyNodeCriteria()
        for resource in resources { addInternalConstraints(resource) }
        checkConfiguration()
        for resource in resources { assign(resource) }
        scheduleActions()
        scheduleFencing()
        applyOrders()
        defer { dissolve() }
        return graph()
    }

    /// Lets go of objects that hold each other.
    private func dissolve() {
        for action in actions {
            action.before = []
            action.after = []
        }
        for resource in resources { dissolve(resource) }
        actions = []
        locations = []
        orders = []
    }

    private func dissolve(_ resource: ScheduledResource) {
        for child in resource.children { dissolve(child) }
        resource.actions = []
        resource.thisWith = []
        resource.withThis = []
        resource.locations = []
    }

    /// Whether a node can be fenced as things are; nil asks in general.
    func canFence(_ node: SchedulerNode?) -> Bool {
        guard options.isFencingEnabled, hasFencingDevice else { return false }
        return state.hasQuorum || options.noQuorumPolicy == .ignore || node?.isOnline == true
    }

    func node(named name: NodeName) -> SchedulerNode? {
        nodes.first { $0.name.text.lowercased() == name.text.lowercased() }
    }
}
