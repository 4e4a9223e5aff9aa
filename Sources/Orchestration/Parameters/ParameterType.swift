/// The type of a template's parameter.
public enum ParameterType: Sendable, Hashable, CaseIterable {
    case string, number, boolean
    /// A list of texts, which may be written with commas between them.
    case commaDelimitedList
    /// A map or a list, which may be written as JSON.
    case json

    /// As templates write it.
    func name(in dialect: TemplateVersion.Dialect) -> String {
        switch (self, dialect) {
        case (.string, .hot): "string"
        case (.number, .hot): "number"
        case (.boolean, .hot): "boolean"
        case (.commaDelimitedList, .hot): "comma_delimited_list"
        case (.json, .hot): "json"
        case (.string, .cloudFormation): "String"
        case (.number, .cloudFormation): "Number"
        case (.boolean, .cloudFormation): "Boolean"
        case (.commaDelimitedList, .cloudFormation): "CommaDelimitedList"
        case (.json, .cloudFormation): "Json"
        }
    }

    init?(_ name: String, in dialect: TemplateVersion.Dialect) {
        guard let type = Self.allCases.first(where: { $0.name(in: dialect) == name }) else {
            return nil
        }
        self = type
    }

    static func names(in dialect: TemplateVersion.Dialect) -> String {
        allCases.map { "'\($0.name(in: dialect))'" }.joined(separator: ", ")
    }
}
