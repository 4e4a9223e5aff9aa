/// What a provider template may ask of the resource that it stands for.
public enum FacadeAspect: Sendable, Hashable, CaseIterable {
    case metadata, deletionPolicy, updatePolicy
}
