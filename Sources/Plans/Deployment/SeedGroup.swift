import Documents
import OrderedCollections

/// A seed's group of servers that stands for a role.
struct SeedGroup {
    /// What the seed calls it.
    let name: String
    /// What it gives each server.
    let properties: OrderedDictionary<String, DocumentValue>

    /// What a server is given that is no plain parameter, and so is the same in every plan.
    var fixed: OrderedDictionary<String, DocumentValue> {
        properties.filter { $0.value["get_param"] == nil }
    }

    /// The parameters that it hands on.
    var parameters: Set<String> { Set(properties.values.compactMap { $0["get_param"]?.string }) }
}
