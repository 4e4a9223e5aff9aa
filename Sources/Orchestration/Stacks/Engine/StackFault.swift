public import World

/// Why a stack cannot be worked on, or a request about it is refused.
public enum StackFault: Error, Sendable, Hashable {
    case template(TemplateError)
    /// What a resource is given does not fit its type.
    case properties(resource: String, PropertyFault)
    /// Something is named that is not there.
    case missing(String)
    /// What is asked for cannot be done to the stack as it is.
    case refused(String)
    case store(StoreError)

    public var isTransient: Bool {
        if case .store(let error) = self { error.isTransient } else { false }
    }

    static func ofTemplate<Value>(
        _ body: () throws(TemplateProblem) -> Value
    ) throws(StackFault) -> Value {
        do throws(TemplateProblem) { return try body() } catch {
            throw .template(TemplateError(error))
        }
    }

    static func ofStore<Value>(
        _ body: () async throws(StoreError) -> Value
    ) async throws(StackFault) -> Value {
        do throws(StoreError) { return try await body() } catch { throw .store(error) }
    }
}

extension StackFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .template(let error): error.description
        case .properties(let resource, let fault):
            "Property error: "
                + PropertyFault(
                    fault.message, at: ["resources", resource, "properties"] + fault.path
                ).description
        case .missing(let what): "there is not \(what)"
        case .refused(let reason): reason
        case .store(let error): error.description
        }
    }
}
