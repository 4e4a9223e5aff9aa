/// The collectors, in the order they are asked in where nothing else is said.
///
/// Source: os-collect-config 14.1.0.
package enum MetadataSourceName: String, Sendable, CaseIterable {
    case heatLocal = "heat_local"
    case ec2, cfn, heat, request, local, zaqar
}
