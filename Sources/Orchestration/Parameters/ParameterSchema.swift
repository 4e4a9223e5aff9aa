/// What a template says of one of its parameters.
public struct ParameterSchema: Sendable, Hashable {
    public let name: String
    public let place: TemplatePlace
    public let type: ParameterType
    public var description: String?
    public var label: String?
    /// As written; nil where the template gives none.
    public var defaultValue: TemplateValue?
    public var constraints: [ParameterConstraint] = []
    public var visibility = Visibility.shown
    public var changes = Changes.allowed
    public var tags: [TemplateValue] = []

    /// Whether the value may be shown to people.
    public enum Visibility: Sendable, Hashable {
        case shown, hidden
    }

    /// Whether an update of the stack may give another value.
    public enum Changes: Sendable, Hashable {
        case allowed, refused
    }

    init(name: String, place: TemplatePlace, type: ParameterType) {
        self.name = name
        self.place = place
        self.type = type
    }
}

extension ParameterSchema {
    /// What a value that is given for the parameter comes to.
    ///
    /// - Throws: that it is not of the parameter's type, or breaks a constraint that can be judged
    ///   without asking a service.
    public func value(of given: TemplateValue) throws(TemplateProblem) -> TemplateValue {
        do throws(ParameterFault) {
            let value = try type.value(of: given)
            for constraint in constraints {
                if let fault = constraint.fault(of: value, type) {
                    throw ParameterFault(message: fault)
                }
            }
            return value
        } catch {
            throw TemplateProblem(place, "parameter '\(name)': \(error.message)")
        }
    }
}
