/// The parameters that every stack has without its template's doing.
public struct PseudoParameters: Sendable, Hashable {
    public let stackName: String
    public let stackID: String
    public let projectID: String

    public init(stackName: String, stackID: String, projectID: String) {
        self.stackName = stackName
        self.stackID = stackID
        self.projectID = projectID
    }

    /// The region of CloudFormation's templates, of which Heat knows none.
    private static let region = "ap-southeast-1"

    func value(of name: String, in dialect: TemplateVersion.Dialect) -> TemplateValue? {
        switch (name, dialect) {
        case ("OS::stack_name", .hot), ("AWS::StackName", .cloudFormation): .string(stackName)
        case ("OS::stack_id", .hot), ("AWS::StackId", .cloudFormation): .string(stackID)
        case ("OS::project_id", .hot): .string(projectID)
        case ("AWS::Region", .cloudFormation): .string(Self.region)
        default: nil
        }
    }

    static func names(in dialect: TemplateVersion.Dialect) -> [String] {
        switch dialect {
        case .hot: ["OS::stack_name", "OS::stack_id", "OS::project_id"]
        case .cloudFormation: ["AWS::StackName", "AWS::StackId", "AWS::Region"]
        }
    }
}
