/// A version of a template language that Heat reads.
public enum TemplateVersion: Sendable, Hashable, CaseIterable, Comparable {
    case hot20130523, hot20141016, hot20150430, hot20151015, hot20160408, hot20161014
    case hot20170224, hot20170901, hot20180302, hot20180831, hot20210416
    /// `HeatTemplateFormatVersion` 2012-12-12: CloudFormation's form without conditions.
    case heat20121212
    /// `AWSTemplateFormatVersion` 2010-09-09.
    case cloudFormation20100909

    /// The family of languages, which share their sections' names.
    public enum Dialect: Sendable, Hashable {
        case hot, cloudFormation
    }

    public var dialect: Dialect { self < .heat20121212 ? .hot : .cloudFormation }

    public var hasConditions: Bool {
        self == .cloudFormation20100909 || dialect == .hot && self >= .hot20161014
    }

    /// The words by which HOT templates name their version.
    private static let hotNames: [String: TemplateVersion] = [
        "2013-05-23": .hot20130523, "2014-10-16": .hot20141016, "2015-04-30": .hot20150430,
        "2015-10-15": .hot20151015, "2016-04-08": .hot20160408, "2016-10-14": .hot20161014,
        "newton": .hot20161014, "2017-02-24": .hot20170224, "ocata": .hot20170224,
        "2017-09-01": .hot20170901, "pike": .hot20170901, "2018-03-02": .hot20180302,
        "queens": .hot20180302, "2018-08-31": .hot20180831, "rocky": .hot20180831,
        "2021-04-16": .hot20210416, "wallaby": .hot20210416,
    ]

    /// The keys that say which language a template is in.
    static let keys = [
        "heat_template_version", "HeatTemplateFormatVersion", "AWSTemplateFormatVersion",
    ]

    /// - Parameters:
    ///   - key: one of ``keys``.
    ///   - name: what stands under it.
    init?(key: String, name: String) {
        switch key {
        case "HeatTemplateFormatVersion" where name == "2012-12-12": self = .heat20121212
        case "AWSTemplateFormatVersion" where name == "2010-09-09": self = .cloudFormation20100909
        case "heat_template_version":
            guard let version = Self.hotNames[name] else { return nil }
            self = version
        default: return nil
        }
    }

    /// What may stand under a key, in order.
    static func names(under key: String) -> [String] {
        switch key {
        case "HeatTemplateFormatVersion": ["2012-12-12"]
        case "AWSTemplateFormatVersion": ["2010-09-09"]
        default: hotNames.keys.sorted()
        }
    }

    /// The functions of resources and outputs.
    var functions: FunctionTable { Self.functionTables[self] ?? FunctionTable() }

    /// The functions of conditions.
    var conditionFunctions: FunctionTable { Self.conditionTables[self] ?? FunctionTable() }

    private static let functionTables: [TemplateVersion: FunctionTable] = Dictionary(
        uniqueKeysWithValues: allCases.map { version in
            switch version {
            case .heat20121212: (version, .cloudFormation)
            case .cloudFormation20100909: (version, .cloudFormationWithConditions)
            default: (version, .hot(version))
            }
        })

    private static let conditionTables: [TemplateVersion: FunctionTable] = Dictionary(
        uniqueKeysWithValues: allCases.filter(\.hasConditions).map { version in
            let own: FunctionTable =
                version.dialect == .hot ? .hotConditions(version) : .cloudFormationConditions
            return (version, version.functions.restricted(to: own))
        })
}
