/// The functions of a version of the language, by name.
struct FunctionTable: Sendable {
    private var forms: [String: FunctionForm] = [:]

    subscript(name: String) -> FunctionForm? { forms[name] }

    private mutating func add(
        _ name: String,
        _ make: @escaping @Sendable (FunctionSyntax) throws(TemplateProblem) -> any TemplateFunction
    ) {
        forms[name] = .function(make)
    }

    private mutating func remove(_ removed: [String]) {
        for name in removed { forms[name] = .function { RemovedFunction($0) } }
    }

    /// What conditions may use: functions of their own, and choices; any other function is an
    /// error in a condition.
    func restricted(to conditions: FunctionTable) -> FunctionTable {
        var table = self
        table.forms = forms.mapValues { form in
            if case .choice = form { form } else { .forbidden }
        }
        table.forms.merge(conditions.forms) { $1 }
        return table
    }
}

// MARK: - HOT

extension FunctionTable {
    /// - Parameter version: a version of HOT.
    static func hot(_ version: TemplateVersion) -> FunctionTable {
        var table = FunctionTable()
        table.addReferences(version)
        table.addTexts(version)
        table.addCollections(version)
        table.addCloudFormation()
        if version >= .hot20141016 { table.remove(cloudFormationOnly) }
        if version >= .hot20151015 { table.remove(["Fn::Select"]) }
        if version >= .hot20161014 {
            table.forms["if"] = .choice(
                version >= .hot20210416 ? .optionalSecondBranch : .twoBranches)
        }
        return table
    }

    /// What only the first version had of CloudFormation.
    private static let cloudFormationOnly = [
        "Ref", "Fn::GetAZs", "Fn::Join", "Fn::Split", "Fn::Replace", "Fn::Base64",
        "Fn::MemberListToMap", "Fn::ResourceFacade",
    ]

    private mutating func addReferences(_ version: TemplateVersion) {
        let form: GetAttr.Form =
            version < .hot20141016 ? .selecting : version < .hot20151015 ? .pathGiven : .allOrOne
        add("get_param") { GetParam($0) }
        add("get_resource") { GetResource($0) }
        add("get_attr") { (syntax) throws(TemplateProblem) in try GetAttr(syntax, form) }
        add("get_file") { GetFile($0) }
        add("resource_facade") { (syntax) throws(TemplateProblem) in try ResourceFacade(syntax) }
    }

    private mutating func addTexts(_ version: TemplateVersion) {
        let joined: ListJoin.Form = version < .hot20151015 ? .texts : .lists
        let replaced: StrReplace.Form = version < .hot20151015 ? .scalars : .anything
        add("list_join") { (syntax) throws(TemplateProblem) in try ListJoin(syntax, joined) }
        add("str_replace") { (syntax) throws(TemplateProblem) in try StrReplace(syntax, replaced) }
        if version >= .hot20150430 { add("digest") { Digest($0) } }
        if version >= .hot20151015 {
            add("str_split") { (syntax) throws(TemplateProblem) in try StrSplit(syntax) }
        }
        if version >= .hot20170224 {
            add("str_replace_strict") { (syntax) throws(TemplateProblem) in
                try StrReplace(syntax, .strict)
            }
        }
        if version >= .hot20170901 {
            add("str_replace_vstrict") { (syntax) throws(TemplateProblem) in
                try StrReplace(syntax, .veryStrict)
            }
            add("make_url") { MakeURL($0) }
        }
    }

    private mutating func addCollections(_ version: TemplateVersion) {
        let repeated: Repeat.Form =
            version < .hot20161014 ? .lists : version < .hot20170901 ? .listsAndMaps : .sideBySide
        if version >= .hot20150430 {
            add("repeat") { (syntax) throws(TemplateProblem) in try Repeat(syntax, repeated) }
        }
        if version >= .hot20160408 { add("map_merge") { MapMerge($0) } }
        if version >= .hot20161014 {
            add("map_replace") { MapReplace($0) }
            add("yaql") { (syntax) throws(TemplateProblem) in try Yaql(syntax) }
        }
        if version >= .hot20170224 {
            add("filter") { (syntax) throws(TemplateProblem) in try Filter(syntax) }
        }
        if version >= .hot20170901 {
            add("list_concat") { ListConcat($0) }
            add("list_concat_unique") { ListConcat($0, .dropped) }
            add("contains") { (syntax) throws(TemplateProblem) in try Contains(syntax) }
        }
    }

    /// - Parameter version: a version of HOT that has conditions.
    static func hotConditions(_ version: TemplateVersion) -> FunctionTable {
        var table = FunctionTable()
        table.add("get_param") { GetParam($0) }
        table.add("equals") { (syntax) throws(TemplateProblem) in try Equals(syntax) }
        table.add("not") { (syntax) throws(TemplateProblem) in try Not(syntax) }
        table.add("and") { (syntax) throws(TemplateProblem) in try Junction(syntax, .all) }
        table.add("or") { (syntax) throws(TemplateProblem) in try Junction(syntax, .any) }
        if version >= .hot20170901 {
            table.add("contains") { (syntax) throws(TemplateProblem) in try Contains(syntax) }
            table.add("yaql") { (syntax) throws(TemplateProblem) in try Yaql(syntax) }
        }
        return table
    }
}

// MARK: - CloudFormation

extension FunctionTable {
    /// What CloudFormation's templates have in every version that Heat reads.
    static let cloudFormation: FunctionTable = {
        var table = FunctionTable()
        table.addCloudFormation()
        table.add("Fn::FindInMap") { (syntax) throws(TemplateProblem) in try FindInMap(syntax) }
        table.add("Fn::GetAtt") { (syntax) throws(TemplateProblem) in
            try GetAttr(syntax, .attributeOnly)
        }
        return table
    }()

    /// As ``cloudFormation``, with choices.
    static let cloudFormationWithConditions: FunctionTable = {
        var table = cloudFormation
        table.forms["Fn::If"] = .choice(.twoBranches)
        return table
    }()

    static let cloudFormationConditions: FunctionTable = {
        var table = FunctionTable()
        table.add("Ref") { Ref($0, .parameter) }
        table.add("Fn::Equals") { (syntax) throws(TemplateProblem) in try Equals(syntax) }
        table.add("Fn::FindInMap") { (syntax) throws(TemplateProblem) in try FindInMap(syntax) }
        table.add("Fn::Not") { (syntax) throws(TemplateProblem) in try Not(listed: syntax) }
        table.add("Fn::And") { (syntax) throws(TemplateProblem) in try Junction(syntax, .all) }
        table.add("Fn::Or") { (syntax) throws(TemplateProblem) in try Junction(syntax, .any) }
        return table
    }()

    private mutating func addCloudFormation() {
        add("Ref") { Ref($0) }
        add("Fn::GetAZs") { GetAZs($0) }
        add("Fn::Select") { (syntax) throws(TemplateProblem) in try Select(syntax) }
        add("Fn::Join") { (syntax) throws(TemplateProblem) in try ListJoin(syntax, .texts) }
        add("Fn::Split") { (syntax) throws(TemplateProblem) in try Split(syntax) }
        add("Fn::Replace") { (syntax) throws(TemplateProblem) in
            let items = try syntax.list(2...2, form: "a list of a map of values, and a template")
            return try StrReplace(syntax, .scalars, items[1], items[0])
        }
        add("Fn::Base64") { Base64($0) }
        add("Fn::MemberListToMap") { (syntax) throws(TemplateProblem) in
            try MemberListToMap(syntax)
        }
        add("Fn::ResourceFacade") { (syntax) throws(TemplateProblem) in
            try ResourceFacade(
                syntax,
                names: [
                    ("Metadata", .metadata), ("DeletionPolicy", .deletionPolicy),
                    ("UpdatePolicy", .updatePolicy),
                ])
        }
    }
}
