public import World

/// What stands behind a type of resource.
///
/// Whatever a type does to the store it puts into the work's transaction, which is committed with
/// the resource's record: an engine that dies has done all of it or nothing. What it does outside
/// it must be able to do twice: an engine that dies before it commits begins again.
public protocol ResourceType: Sendable {
    /// - Parameter template: of a type that is a template, what it is.
    func schema(of implementation: String, _ template: Template?) -> ResourceSchema?

    /// Whether an update reaches the resource though nothing of it changes.
    var updatesAlways: Bool { get }

    /// Whether an update makes a failed resource anew, whatever else it changes.
    func replacesFailed(_ record: ResourceRecord) -> Bool

    /// Whether a change of properties that the schema allows in place must replace the resource
    /// all the same.
    func replaces(on change: PropertyChange) -> Bool

    /// Whether an update makes the resource anew though nothing of it changes.
    func replacesAlways(_ properties: PropertyValues) -> Bool

    /// Looks at properties for what schemas cannot say.
    func validate(_ properties: PropertyValues) throws(ResourceFailure)

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress
    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress
    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress
    /// Checks, suspends, resumes, snapshots or restores.
    ///
    /// - Returns: nil where the type knows no such action.
    func act(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress?
    /// Goes on with the record's action, which was waiting.
    func proceed(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress

    /// Takes a signal.
    ///
    /// - Returns: what to say of it in the event; nil where the type takes none.
    func signal(
        _ details: TemplateValue, _ work: inout ResourceWork
    ) async throws(ResourceError) -> String?

    /// An attribute, without what a path leads to within it; the path is given to those who answer
    /// for parts only.
    ///
    /// - Returns: nil where there is no such attribute.
    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue?

    /// What names the resource to others.
    func reference(
        to record: ResourceRecord, _ sight: any StackSight
    ) async throws(StoreError) -> TemplateValue
}

extension ResourceType {
    public func schema(of implementation: String, _ template: Template?) -> ResourceSchema? {
        ResourceSchemas[implementation]
    }

    public var updatesAlways: Bool { false }
    public func replacesFailed(_ record: ResourceRecord) -> Bool { true }
    public func replaces(on change: PropertyChange) -> Bool { false }
    public func replacesAlways(_ properties: PropertyValues) -> Bool { false }
    public func validate(_ properties: PropertyValues) throws(ResourceFailure) {}

    public func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress { .done }

    public func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        .done
    }

    public func act(
        _ work: inout ResourceWork
    ) async throws(ResourceError) -> WorkProgress? { nil }

    public func proceed(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        .done
    }

    public func signal(
        _ details: TemplateValue, _ work: inout ResourceWork
    ) async throws(ResourceError) -> String? { nil }

    public func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? { nil }

    public func reference(
        to record: ResourceRecord, _ sight: any StackSight
    ) async throws(StoreError) -> TemplateValue {
        .string(record.physicalID ?? record.name)
    }
}
