import Foundation

/// A call of a function, and what openstack-heat 24 made of it.
struct FunctionCase: Decodable {
    let version: String
    let snippet: String
    /// The result as `json.dumps` writes it; nil where Heat refused the call.
    let result: String?
    /// Whether the template has conditions.
    let conditions: Bool?

    static func all() throws -> [FunctionCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/functions.json")
        return try JSONDecoder().decode([FunctionCase].self, from: Data(contentsOf: file))
    }

    var template: String {
        "heat_template_version: \(version)\n" + Self.parameters
            + (conditions == true ? Self.conditionSection : "")
            + "outputs:\n  out:\n    value: \(snippet)\n"
    }

    private static let parameters = """
        parameters:
          text: {type: string, default: some text}
          empty: {type: string, default: ''}
          number: {type: number, default: '12'}
          real: {type: number, default: '1.50'}
          flag: {type: boolean, default: 'on'}
          names: {type: comma_delimited_list, default: 'a,b, c'}
          nothing: {type: comma_delimited_list, default: ''}
          document: {type: json, default: {key: [1, {deep: yes}], other: null, "1": one}}

        """

    private static let conditionSection = """
        conditions:
          yes_it_is: {equals: [{get_param: text}, some text]}
          no_it_is_not: {not: yes_it_is}
          literal: true
          both: {and: [yes_it_is, no_it_is_not]}
          either: {or: [yes_it_is, no_it_is_not]}
          numbers: {equals: [{get_param: number}, 12]}
          truth: {equals: [{get_param: flag}, 1]}

        """
}
