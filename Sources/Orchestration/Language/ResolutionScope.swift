/// What expressions are resolved with: a stack's parameters and conditions, and what its resources
/// are by now.
public protocol ResolutionScope {
    /// The value of a parameter or a pseudo parameter.
    ///
    /// - Returns: nil where the template has no such parameter.
    /// - Throws: what is wrong with the parameter's value, or that it has none.
    func parameter(
        _ name: String, at place: TemplatePlace
    ) throws(TemplateProblem) -> TemplateValue?

    /// Whether a condition holds.
    ///
    /// - Returns: nil where the template defines no such condition.
    /// - Throws: what is wrong with the condition, for example that it rests on itself.
    func condition(_ name: String, at place: TemplatePlace) throws(TemplateProblem) -> Bool?

    /// Whether the template has a resource of this name that no condition takes out.
    func hasResource(_ name: String) -> Bool

    /// What names a resource to others; its own name before it is created.
    func reference(to resource: String) -> TemplateValue

    /// An attribute of a resource; null before the resource is created.
    func attribute(
        _ name: String, of resource: String, path: [TemplateValue]
    ) -> TemplateValue

    /// All attributes of a resource but `show`; null before the resource is created.
    func attributes(of resource: String) -> TemplateValue

    /// The contents of a file that came with the template; nil where none did under this name.
    func file(_ name: String) -> String?

    /// A table of a CloudFormation template; nil where there is none of this name.
    func mapping(_ name: String) -> TemplateValue?

    /// What the resource in the parent's template says that this template provides; nil where
    /// there is no parent.
    func facade(_ aspect: FacadeAspect) -> TemplateValue?

    var availabilityZones: [String] { get }
}
