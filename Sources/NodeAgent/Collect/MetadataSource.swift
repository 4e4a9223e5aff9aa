/// One of os-collect-config's collectors: where metadata come from.
package protocol MetadataSource: Sendable {
    mutating func collect() async -> Collected
}
