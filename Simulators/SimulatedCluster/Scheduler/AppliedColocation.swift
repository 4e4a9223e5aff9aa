/// A colocation between two resources, found.
final class AppliedColocation {
    unowned let dependent: ScheduledResource
    unowned let primary: ScheduledResource
    let score: Score
    let dependentRole: ResourceRole
    let primaryRole: ResourceRole
    let attribute: String?
    private let influence: Bool

    init(
        _ dependent: ScheduledResource, with primary: ScheduledResource, score: Score,
        dependentRole: ResourceRole?, primaryRole: ResourceRole?, attribute: String?,
        influence: Bool
    ) {
        self.dependent = dependent
        self.primary = primary
        self.score = score
        // To be started is to be in any role.
        self.dependentRole = dependentRole == .started ? .unknown : dependentRole ?? .unknown
        self.primaryRole = primaryRole == .started ? .unknown : primaryRole ?? .unknown
        self.attribute = attribute == "#uname" ? nil : attribute
        self.influence = influence
    }

    /// Its part of infinity, by which preferences are passed on.
    var factor: Float { Float(score.value) / Float(Score.infinity.value) }

    /// Whether the dependent's preferences count for where `resource` goes.
    func hasInfluence(on resource: ScheduledResource? = nil) -> Bool {
        influence || (resource ?? primary).runningOn.isEmpty
    }
}
